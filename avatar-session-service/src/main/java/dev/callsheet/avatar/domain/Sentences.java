package dev.callsheet.avatar.domain;

import java.util.ArrayList;
import java.util.List;

/**
 * Cuts a stream of text into sentences, so that the first can be spoken while the rest is still being thought of. Not
 * thread-safe.
 */
public final class Sentences {
    /** Shorter pieces wait for the next: "Mr." and "3." are no sentences. */
    private static final int SHORTEST = 8;

    private final StringBuilder open = new StringBuilder();

    /** Takes a piece of text; returns the sentences it completes. */
    public List<String> add(String text) {
        open.append(text);
        var complete = new ArrayList<String>();
        int end = end();
        while (end > 0) {
            complete.add(open.substring(0, end).strip());
            open.delete(0, end);
            end = end();
        }
        return complete;
    }

    /** What is left at the end of the text; empty if nothing is. */
    public String rest() {
        String rest = open.toString().strip();
        open.setLength(0);
        return rest;
    }

    /** A sentence ends at its mark once white space follows: until then more may belong to it. */
    private int end() {
        for (int i = SHORTEST - 1; i < open.length() - 1; i++) {
            char mark = open.charAt(i);
            boolean wide = mark == '\u3002' || mark == '\uff01' || mark == '\uff1f';
            boolean ends = mark == '.' || mark == '!' || mark == '?' || mark == '\n';
            if (wide || ends && Character.isWhitespace(open.charAt(i + 1))) {
                return i + 1;
            }
        }
        return 0;
    }
}
