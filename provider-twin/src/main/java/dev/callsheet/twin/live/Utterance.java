package dev.callsheet.twin.live;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Deque;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** One utterance on its way through the avatar: what was given and how far it was played. Not thread-safe. */
final class Utterance {
    private static final int BYTES_PER_MS = Playback.SAMPLE_RATE / 1000 * 2;

    final String eventId;
    final String taskId;
    /** Steps until it starts. */
    int delay;

    boolean started;
    boolean complete;
    private final Deque<Chunk> waiting = new ArrayDeque<>();
    private @Nullable Chunk open;
    private int offset;

    Utterance(String eventId, String taskId, int delay) {
        this.eventId = eventId;
        this.taskId = taskId;
        this.delay = delay;
    }

    /** @param audible false if it plays as silence */
    record Chunk(String eventId, byte[] pcm, boolean audible) {}

    void add(Chunk chunk) {
        waiting.addLast(chunk);
    }

    /** Fills the frame as far as there is audio; returns how far. */
    int take(byte[] frame, PlayLog log, Instant now) {
        int filled = 0;
        while (filled < frame.length) {
            if (open == null || offset == open.pcm().length) {
                open = waiting.pollFirst();
                offset = 0;
                if (open == null) {
                    return filled;
                }
            }
            int count = Math.min(frame.length - filled, open.pcm().length - offset);
            if (open.audible()) {
                System.arraycopy(open.pcm(), offset, frame, filled, count);
            }
            var time = Duration.ofNanos(count * 1_000_000L / BYTES_PER_MS);
            log.played(open.eventId(), time, open.audible(), now);
            offset += count;
            filled += count;
        }
        return filled;
    }

    /** What was given and not played is dropped: all of it is marked as interrupted. */
    void dropped(PlayLog log, Instant now) {
        log.interrupted(eventId, now);
        if (open != null) {
            log.interrupted(open.eventId(), now);
        }
        waiting.forEach(chunk -> log.interrupted(chunk.eventId(), now));
    }

    /** The last piece that has not been played to its end; empty if all has. */
    Optional<Chunk> tail() {
        if (!waiting.isEmpty()) {
            return Optional.of(waiting.getLast());
        }
        return open == null || offset == open.pcm().length
                ? Optional.empty()
                : Optional.of(new Chunk(
                        open.eventId(), Arrays.copyOfRange(open.pcm(), offset, open.pcm().length), open.audible()));
    }
}
