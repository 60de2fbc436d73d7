package dev.callsheet.conversation.comments;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;

/**
 * What two comments are compared by. They are alike if their words are the same; or differ by typing errors only; or one
 * says no more than some words besides, and the Jaccard index of their single words and pairs of neighbours is high. If
 * each has a word of its own ("red" and "blue"), they ask for different things, however much they share.
 */
final class Likeness {
    private static final int MOST_TYPOS = 2;
    private static final int SHORTEST_TYPO = 4;

    private final List<String> words;
    private final String key;
    private final int[] single;
    private final int[] shingles;

    private Likeness(List<String> words) {
        this.words = words;
        this.key = String.join(" ", words);
        int[] singles = words.stream().mapToInt(String::hashCode).toArray();
        int[] all = new int[Math.max(0, 2 * singles.length - 1)];
        System.arraycopy(singles, 0, all, 0, singles.length);
        for (int i = 1; i < singles.length; i++) {
            all[singles.length + i - 1] = 31 * singles[i - 1] + 17 * singles[i] + 1;
        }
        this.single = sorted(singles);
        this.shingles = sorted(all);
    }

    static Likeness of(String text, Set<String> fillers) {
        return new Likeness(Wording.words(text, fillers));
    }

    /** Equal for equal words. */
    String key() {
        return key;
    }

    /** Nothing in it can be answered. */
    boolean empty() {
        return words.isEmpty();
    }

    boolean like(Likeness other, double threshold) {
        int common = common(single, other.single);
        int mine = single.length - common;
        int theirs = other.single.length - common;
        if (mine > 0 && theirs > 0) {
            return mine == theirs && mine <= MOST_TYPOS && typos(other);
        }
        int pairs = common(shingles, other.shingles);
        return pairs >= threshold * (shingles.length + other.shingles.length - pairs);
    }

    /** Few pairs come as far as here. */
    private boolean typos(Likeness other) {
        var mine = new ArrayList<>(words.stream().distinct().toList());
        var left = new ArrayList<>(other.words.stream().distinct().toList());
        mine.removeAll(other.words);
        left.removeAll(words);
        return mine.stream().allMatch(word -> {
            var match = left.stream().filter(one -> typo(word, one)).findFirst();
            match.ifPresent(left::remove);
            return match.isPresent();
        });
    }

    /** One letter more, less, other, or two in each other's place. Numbers are never meant as another. */
    static boolean typo(String a, String b) {
        if (a.length() > b.length()) {
            return typo(b, a);
        }
        if (a.length() < SHORTEST_TYPO - 1 || b.length() < SHORTEST_TYPO || b.length() - a.length() > 1) {
            return false;
        }
        if (a.chars().anyMatch(Character::isDigit) || b.chars().anyMatch(Character::isDigit)) {
            return false;
        }
        int i = 0;
        while (i < a.length() && a.charAt(i) == b.charAt(i)) {
            i++;
        }
        if (a.length() < b.length()) {
            return a.substring(i).equals(b.substring(i + 1));
        }
        if (i == a.length() || a.substring(i + 1).equals(b.substring(i + 1))) {
            return true;
        }
        return i + 1 < a.length()
                && a.charAt(i) == b.charAt(i + 1)
                && a.charAt(i + 1) == b.charAt(i)
                && a.substring(i + 2).equals(b.substring(i + 2));
    }

    private static int[] sorted(int[] hashes) {
        return Arrays.stream(hashes).sorted().distinct().toArray();
    }

    private static int common(int[] a, int[] b) {
        int common = 0;
        for (int i = 0, j = 0; i < a.length && j < b.length; ) {
            if (a[i] == b[j]) {
                common++;
                i++;
                j++;
            } else if (a[i] < b[j]) {
                i++;
            } else {
                j++;
            }
        }
        return common;
    }
}
