package dev.callsheet.twin.speech;

/**
 * How a symbol sounds beside the vowels: one of ten low tones and one of ten high ones, and a third that changes with
 * every symbol, so that each can be told from the one before. All lie above the vowels.
 */
final class Tones {
    /** Hertz. */
    static final double[] TURNS = {4200, 4300};

    static final double[] LOW = row(4450);
    static final double[] HIGH = row(5500);

    private Tones() {}

    static double low(int symbol) {
        return LOW[symbol / HIGH.length];
    }

    static double high(int symbol) {
        return HIGH[symbol % HIGH.length];
    }

    static int symbol(int low, int high) {
        return low * HIGH.length + high;
    }

    private static double[] row(double first) {
        double[] row = new double[10];
        for (int i = 0; i < row.length; i++) {
            row[i] = first + i * 100;
        }
        return row;
    }
}
