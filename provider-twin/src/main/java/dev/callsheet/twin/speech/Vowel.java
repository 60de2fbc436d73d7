package dev.callsheet.twin.speech;

/** First and second formant of the vowels (Hz, rounded means of Peterson and Barney 1952). */
enum Vowel {
    A(730, 1090),
    E(530, 1840),
    I(270, 2290),
    O(570, 840),
    U(300, 870),
    OTHER(490, 1350);

    private static final double WIDTH = 160;

    private final double first;
    private final double second;

    Vowel(double first, double second) {
        this.first = first;
        this.second = second;
    }

    static boolean is(char letter) {
        return "aeiouy".indexOf(letter) >= 0;
    }

    static Vowel of(char letter) {
        return switch (letter) {
            case 'a' -> A;
            case 'e' -> E;
            case 'i', 'y' -> I;
            case 'o' -> O;
            case 'u' -> U;
            default -> OTHER;
        };
    }

    /** How strongly a harmonic at this frequency (Hz) sounds. */
    double strength(double frequency) {
        return 0.05 + bell(frequency, first) + 0.5 * bell(frequency, second);
    }

    private static double bell(double frequency, double centre) {
        double distance = (frequency - centre) / WIDTH;
        return Math.exp(-distance * distance);
    }
}
