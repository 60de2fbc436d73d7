package dev.callsheet.twin.speech;

/** The first three formants of the vowels (Hz, rounded means of Peterson and Barney 1952). */
enum Vowel {
    A(730, 1090, 2440),
    E(530, 1840, 2480),
    I(270, 2290, 3010),
    O(570, 840, 2410),
    U(300, 870, 2240),
    OTHER(490, 1350, 1690);

    private static final double[] WIDTHS = {80, 100, 140};

    private final double[] formants;

    Vowel(double... formants) {
        this.formants = formants;
    }

    static boolean is(int letter) {
        return "aeiouyAEIOUY".indexOf(letter) >= 0;
    }

    static Vowel of(int letter) {
        return switch (Character.toLowerCase(letter)) {
            case 'a' -> A;
            case 'e' -> E;
            case 'i', 'y' -> I;
            case 'o' -> O;
            case 'u' -> U;
            default -> OTHER;
        };
    }

    /**
     * How strongly a harmonic at this frequency (Hz) sounds: the glottis' fall of 12 dB an octave, less 6 for the lips, and
     * the formants' resonances in cascade (Fant 1960).
     */
    double strength(double frequency) {
        double strength = 100 / frequency;
        for (int i = 0; i < formants.length; i++) {
            double square = formants[i] * formants[i];
            double away = square - frequency * frequency;
            double width = WIDTHS[i] * frequency;
            strength *= square / Math.sqrt(away * away + width * width);
        }
        return strength;
    }
}
