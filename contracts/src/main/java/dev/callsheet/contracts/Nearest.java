package dev.callsheet.contracts;

import java.util.Collection;
import org.jspecify.annotations.Nullable;

/** The known name that somebody may have meant (Levenshtein distance of a third of the name at most). */
public final class Nearest {
    private static final int LONGEST = 64;

    private Nearest() {}

    /** Null if no known name is near. Case, {@code _} and {@code -} do not count. */
    public static @Nullable String of(String name, Collection<String> known) {
        if (name.length() > LONGEST) {
            return null;
        }
        String wanted = plain(name);
        String nearest = null;
        int shortest = 1 + wanted.length() / 3;
        for (String candidate : known.stream().sorted().toList()) {
            int distance = distance(wanted, plain(candidate));
            if (distance < shortest) {
                shortest = distance;
                nearest = candidate;
            }
        }
        return nearest;
    }

    private static String plain(String name) {
        StringBuilder plain = new StringBuilder();
        name.codePoints()
                .filter(c -> c != '_' && c != '-')
                .map(Character::toLowerCase)
                .forEach(plain::appendCodePoint);
        return plain.toString();
    }

    private static int distance(String a, String b) {
        int[] row = new int[b.length() + 1];
        for (int j = 0; j <= b.length(); j++) {
            row[j] = j;
        }
        for (int i = 1; i <= a.length(); i++) {
            int diagonal = row[0];
            row[0] = i;
            for (int j = 1; j <= b.length(); j++) {
                int replaced = diagonal + (a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1);
                diagonal = row[j];
                row[j] = Math.min(replaced, 1 + Math.min(row[j], row[j - 1]));
            }
        }
        return row[b.length()];
    }
}
