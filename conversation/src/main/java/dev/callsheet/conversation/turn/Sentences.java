package dev.callsheet.conversation.turn;

import java.util.ArrayList;
import java.util.List;

/**
 * Cuts a stream of text into what is spoken in one breath, so that the first can be heard while the rest is still being
 * written. A very long sentence is cut at a clause; the first piece is cut early, because a person waits for it. How the
 * text comes in pieces does not matter. Not thread-safe.
 */
public final class Sentences {
    private static final String CLOSERS = "\"')]}\u201d\u2019\u00bb\u300d\u300f\uff09";
    private static final String WIDE_ENDS = "\u3002\uff01\uff1f";
    private static final String CLAUSES = ",;:\u2013\u2014";
    private static final String WIDE_CLAUSES = "\uff0c\u3001\uff1b\uff1a";

    /** A first piece this long is cut at its next clause: about two and a half seconds of speech. */
    private static final int FIRST_CLAUSE = 40;

    private static final int FIRST_LONGEST = 120;
    private static final int LONGEST = 240;
    private static final int SHORTEST_CLAUSE = 20;

    /** A wide letter takes about as long to say as four others. */
    private static final int WIDE = 4;

    private final StringBuilder open = new StringBuilder();
    private final List<String> complete = new ArrayList<>();
    private int length;
    private boolean first = true;
    private boolean hesitates;

    /** Takes a piece of text; returns the sentences it completes. */
    public List<String> add(String text) {
        for (int i = 0; i < text.length(); i++) {
            take(text.charAt(i));
        }
        var out = List.copyOf(complete);
        complete.clear();
        return out;
    }

    /** What is left at the end of the text; empty if nothing is. */
    public String rest() {
        String rest = open.toString().strip();
        open.setLength(0);
        length = 0;
        hesitates = false;
        return speakable(rest) ? rest : "";
    }

    /** Forgets what is not complete. */
    public void drop() {
        rest();
    }

    private void take(char next) {
        boolean space = Character.isWhitespace(next);
        if (hesitates && !space) {
            hesitates = false;
            if (!Character.isLowerCase(next)) {
                cut(open.length());
            }
        }
        int mark = mark();
        if (mark >= 0 && !space && CLOSERS.indexOf(next) < 0 && wide(WIDE_ENDS, mark) && !wide(WIDE_ENDS, next)) {
            cut(open.length());
        }
        open.append(next);
        length += weight(next);
        if (next == '\n') {
            cut(open.length());
        } else if (space && mark >= 0) {
            ended(mark);
        }
        tooLong(space);
    }

    /** The index of a mark that only closing quotes and brackets follow; -1 if there is none. */
    private int mark() {
        int i = open.length() - 1;
        while (i >= 0 && CLOSERS.indexOf(open.charAt(i)) >= 0) {
            i--;
        }
        return i >= 0 && (".!?\u2026".indexOf(open.charAt(i)) >= 0 || wide(WIDE_ENDS, i)) ? i : -1;
    }

    private void ended(int mark) {
        char sign = open.charAt(mark);
        boolean trails = sign == '\u2026' || sign == '.' && mark > 0 && open.charAt(mark - 1) == '.';
        if (trails) {
            hesitates = true;
        } else if (sign != '.' || !Abbreviations.end(open, mark)) {
            cut(open.length());
        }
    }

    private void tooLong(boolean space) {
        int longest = first ? FIRST_LONGEST : LONGEST;
        if (first && length >= FIRST_CLAUSE && clauseEnds(open.length() - 1, space)) {
            cut(open.length());
        } else if (length >= longest) {
            cut(bestCut());
        }
    }

    private boolean clauseEnds(int at, boolean space) {
        return space && at > 0 ? CLAUSES.indexOf(open.charAt(at - 1)) >= 0 : WIDE_CLAUSES.indexOf(open.charAt(at)) >= 0;
    }

    /** After the last clause, else after the last word, else here, but never within one letter. */
    private int bestCut() {
        int word = 0;
        for (int i = open.length() - 1; i >= SHORTEST_CLAUSE; i--) {
            boolean space = Character.isWhitespace(open.charAt(i));
            if (clauseEnds(i, space)) {
                return i + 1;
            }
            word = space && word == 0 ? i + 1 : word;
        }
        int end = open.length();
        return word > 0 ? word : Character.isHighSurrogate(open.charAt(end - 1)) ? end - 1 : end;
    }

    private void cut(int end) {
        String sentence = open.substring(0, end).strip();
        if (speakable(sentence)) {
            complete.add(sentence);
            open.delete(0, end);
            first = false;
            length = open.chars().map(letter -> weight((char) letter)).sum();
        }
    }

    private static boolean speakable(String text) {
        return text.codePoints().anyMatch(Character::isLetterOrDigit);
    }

    private boolean wide(String marks, int at) {
        return wide(marks, open.charAt(at));
    }

    private static boolean wide(String marks, char sign) {
        return marks.indexOf(sign) >= 0;
    }

    private static int weight(char letter) {
        return letter >= '\u2e80' && letter <= '\u9fff' || letter >= '\uac00' && letter <= '\ud7a3' ? WIDE : 1;
    }
}
