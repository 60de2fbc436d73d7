package dev.callsheet.conversation.comments;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What was answered lately, and whom. Not thread-safe. */
final class Lately {
    private static final int MOST = 50;

    private final Deque<Answered> answered = new ArrayDeque<>();
    private final Map<String, Instant> authors = new HashMap<>();

    private record Answered(Likeness likeness, String author, Instant at) {}

    void note(Likeness likeness, String author, Instant at) {
        if (!author.isEmpty()) {
            authors.put(author, at);
        }
        answered.addFirst(new Answered(likeness, author, at));
        if (answered.size() > MOST) {
            var gone = answered.removeLast();
            authors.remove(gone.author(), gone.at());
        }
    }

    /** When one like this was answered last; null if none is remembered. */
    @Nullable
    Instant answered(Likeness likeness, double alike) {
        return answered.stream()
                .filter(one -> one.likeness().like(likeness, alike))
                .map(Answered::at)
                .findFirst()
                .orElse(null);
    }

    boolean chosen(String author, Duration window, Instant now) {
        Instant at = authors.get(author);
        return at != null && at.plus(window).isAfter(now);
    }
}
