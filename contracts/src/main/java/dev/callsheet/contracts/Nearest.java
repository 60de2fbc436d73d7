package dev.callsheet.contracts;

import java.util.Collection;
import org.jspecify.annotations.Nullable;

/** The known name that somebody may have meant (a third of its letters may differ). */
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

    /** Letters lost, added, replaced or swapped with their neighbour (optimal string alignment). */
    private static int distance(String a, String b) {
        int[][] d = new int[a.length() + 1][b.length() + 1];
        for (int i = 0; i <= a.length(); i++) {
            d[i][0] = i;
        }
        for (int j = 0; j <= b.length(); j++) {
            d[0][j] = j;
        }
        for (int i = 1; i <= a.length(); i++) {
            for (int j = 1; j <= b.length(); j++) {
                int replaced = d[i - 1][j - 1] + (a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1);
                d[i][j] = Math.min(replaced, 1 + Math.min(d[i - 1][j], d[i][j - 1]));
                boolean swapped =
                        i > 1 && j > 1 && a.charAt(i - 1) == b.charAt(j - 2) && a.charAt(i - 2) == b.charAt(j - 1);
                if (swapped) {
                    d[i][j] = Math.min(d[i][j], 1 + d[i - 2][j - 2]);
                }
            }
        }
        return d[a.length()][b.length()];
    }
}
