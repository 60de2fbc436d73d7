package dev.callsheet.conversation.plan;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * What may be kept of a session once it is over, by what the people in it have agreed to.
 *
 * @param keep how long after its end
 */
public record Keeping(boolean transcript, boolean video, Duration keep) {
    /** Nothing is kept longer, whatever was asked for. */
    public static final Duration LONGEST = Duration.ofHours(8760);

    public static Keeping of(boolean recordTranscript, boolean recordVideo, Duration keep) {
        return new Keeping(recordTranscript, recordVideo, keep.compareTo(LONGEST) > 0 ? LONGEST : keep);
    }

    /** When the words and the recording of a session that ended then are to be gone; empty for at once. */
    public Optional<Instant> expiresAt(Instant closedAt) {
        boolean anything = (transcript || video) && keep.isPositive();
        return anything ? Optional.of(closedAt.plus(keep)) : Optional.empty();
    }

    /** Whether its words may still be read. */
    public boolean wordsReadable(Instant closedAt, Instant now) {
        return transcript && expiresAt(closedAt).filter(now::isBefore).isPresent();
    }
}
