package dev.callsheet.identity.evidence;

/** Names and texts that others gave, made fit to stand in a line of ours. */
final class Names {
    private static final int NAME = 60;
    private static final int TEXT = 600;
    private static final char ISOLATE = '\u2068';
    private static final char END_OF_ISOLATE = '\u2069';

    private Names() {}

    /** A name, at most 60 characters; one that is written from right to left keeps to itself. */
    static String of(String given) {
        String line = line(given, NAME);
        if (line.isEmpty()) {
            return "(no name)";
        }
        boolean ordinary = line.codePoints().map(Character::getDirectionality).noneMatch(Names::rightToLeft);
        return ordinary ? line : ISOLATE + line + END_OF_ISOLATE;
    }

    /** A sentence or two. */
    static String text(String given) {
        return line(given, TEXT);
    }

    /** Without what cannot be seen but changes what can: controls, overrides of direction, halves of characters. */
    private static String line(String given, int most) {
        int[] shown = given.codePoints()
                .map(c -> Character.isWhitespace(c) || Character.isISOControl(c) ? ' ' : c)
                .filter(c -> Character.getType(c) != Character.FORMAT || c == 0x200d)
                .filter(c -> Character.getType(c) != Character.SURROGATE)
                .toArray();
        String line = new String(shown, 0, Math.min(most, shown.length));
        return line.strip().replaceAll(" {2,}", " ") + (shown.length > most ? "…" : "");
    }

    private static boolean rightToLeft(int direction) {
        return direction == Character.DIRECTIONALITY_RIGHT_TO_LEFT
                || direction == Character.DIRECTIONALITY_RIGHT_TO_LEFT_ARABIC;
    }
}
