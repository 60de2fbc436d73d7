package dev.callsheet.avatar.live.full;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Locale;

/**
 * The same words reach us twice: by an event of the room, which a viewer hands on, and by the provider's record, which is
 * read. Whichever comes first counts. Used in one place at a time.
 */
final class Pairs {
    private static final int KEPT = 60;

    private final Deque<String> byEvent = new ArrayDeque<>();
    private final Deque<String> byRecord = new ArrayDeque<>();

    /** True if these words of an event are new. */
    boolean event(String words) {
        return isNew(plain(words), byRecord, byEvent);
    }

    /** True if these words of the record are new. */
    boolean record(String words) {
        return isNew(plain(words), byEvent, byRecord);
    }

    private static boolean isNew(String words, Deque<String> other, Deque<String> own) {
        if (other.remove(words)) {
            return false;
        }
        own.addLast(words);
        if (own.size() > KEPT) {
            own.removeFirst();
        }
        return true;
    }

    private static String plain(String words) {
        return words.toLowerCase(Locale.ROOT)
                .replaceAll("[^\\p{L}\\p{N}]+", " ")
                .strip();
    }
}
