package dev.callsheet.conversation.turn;

import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Where an avatar is in the sound that it was given for one utterance. It plays without a pause from the moment it says
 * so; if it runs dry it goes on {@code lag} after more has come. All is reckoned rather late than early, so that nothing
 * counts as heard which was not.
 *
 * @param given all sound it was given
 * @param since when the first of it was given; null if none was
 * @param until when all of it will have been heard; null as long as the avatar has not said that it speaks
 * @param lag from giving to hearing
 * @param past what was heard when the last of it was given
 */
public record Playhead(
        Duration given, @Nullable Instant since, @Nullable Instant until, Duration lag, Duration past) {
    private static final Duration SHORTEST_LAG = Duration.ofMillis(100);
    private static final Duration LONGEST_LAG = Duration.ofSeconds(1);

    /** Nothing was given. */
    public static final Playhead START = new Playhead(Duration.ZERO, null, null, Duration.ZERO, Duration.ZERO);

    /** More sound was given. */
    public Playhead give(Duration sound, Instant now) {
        Instant begin = since == null ? now : since;
        if (until == null) {
            return new Playhead(given.plus(sound), begin, null, lag, past);
        }
        Instant earliest = now.plus(lag);
        Instant next = until.isBefore(earliest) ? earliest : until;
        return new Playhead(given.plus(sound), begin, next.plus(sound), lag, heard(now));
    }

    /** What was given reaches the avatar only from now on. */
    public Playhead connected(Instant now) {
        return since == null || until != null ? this : new Playhead(given, now, null, lag, past);
    }

    /** The avatar says that it speaks. */
    public Playhead started(Instant now) {
        if (until != null || since == null) {
            return this;
        }
        Duration late = max(SHORTEST_LAG, min(LONGEST_LAG, Duration.between(since, now)));
        return new Playhead(given, since, now.plus(given), late, past);
    }

    public boolean speaks() {
        return until != null;
    }

    /** What was given and is not yet heard. */
    public Duration ahead(Instant now) {
        if (until == null) {
            return given;
        }
        return until.isAfter(now) ? min(given.minus(past), Duration.between(now, until)) : Duration.ZERO;
    }

    /** How much was heard. */
    public Duration heard(Instant now) {
        return given.minus(ahead(now));
    }

    private static Duration max(Duration one, Duration other) {
        return one.compareTo(other) > 0 ? one : other;
    }

    private static Duration min(Duration one, Duration other) {
        return one.compareTo(other) < 0 ? one : other;
    }
}
