package dev.callsheet.twin.live;

import dev.callsheet.twin.live.Utterance.Chunk;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * What the avatar says, advanced 10 ms at a time; audio is signed 16-bit little-endian PCM, 24 kHz, mono. It plays in
 * real time: an utterance that runs out of audio waits in silence until more comes or its end is announced. Not
 * thread-safe.
 */
final class Playback {
    static final int SAMPLE_RATE = 24_000;
    static final int FRAME_MS = 10;
    static final int FRAME_BYTES = SAMPLE_RATE / 1000 * FRAME_MS * 2;

    private final Deque<Utterance> utterances = new ArrayDeque<>();
    private final Supplier<Duration> delay;
    private final PlayLog log;
    private @Nullable Utterance late;
    private int tasks;

    /** @param delay from an utterance's first audio to its start, asked anew for each */
    Playback(Supplier<Duration> delay, PlayLog log) {
        this.delay = delay;
        this.log = log;
    }

    /** What the agent is told. */
    sealed interface Signal {
        String eventId();

        String taskId();

        record Started(String eventId, String taskId) implements Signal {}

        record Ended(String eventId, String taskId) implements Signal {}

        record Interrupted(String eventId, String taskId) implements Signal {}
    }

    /** 10 ms of sound: the samples, their loudness (RMS, 0 to 1), and what happened at their start. */
    record Frame(byte[] pcm, double loudness, List<Signal> signals) {}

    /** More audio for the utterance that is being given, or the first of a new one. */
    void speak(Chunk chunk) {
        var last = utterances.peekLast();
        if (last == null || last.complete) {
            last = utterance(chunk.eventId(), delay.get());
            utterances.addLast(last);
        }
        last.add(chunk);
    }

    /** The utterance that is being given has no more audio. Without this it never ends. */
    void speakEnd() {
        var last = utterances.peekLast();
        if (last != null) {
            last.complete = true;
        }
    }

    /** Drops everything that was to be said; empty if nothing was. */
    List<Signal> interrupt(Instant now) {
        var signals = new ArrayList<Signal>();
        for (Utterance dropped : utterances) {
            dropped.dropped(log, now);
            signals.add(new Signal.Interrupted(dropped.eventId, dropped.taskId));
        }
        utterances.clear();
        return signals;
    }

    /** As {@link #interrupt}, but the last piece of what was being said comes again after that time, and plays. */
    List<Signal> interruptWithEcho(Instant now, Duration after) {
        var speaking = utterances.peekFirst();
        if (speaking != null) {
            speaking.tail().ifPresent(chunk -> {
                late = utterance(chunk.eventId(), after);
                late.add(chunk);
                late.complete = true;
            });
        }
        return interrupt(now);
    }

    Frame next(Instant now) {
        var signals = new ArrayList<Signal>();
        byte[] pcm = new byte[FRAME_BYTES];
        comeLate();
        var current = utterances.peekFirst();
        if (current == null || current.delay-- > 0) {
            return new Frame(pcm, 0, List.of());
        }
        if (!current.started) {
            current.started = true;
            signals.add(new Signal.Started(current.eventId, current.taskId));
        }
        int filled = current.take(pcm, log, now);
        if (filled < FRAME_BYTES && current.complete) {
            signals.add(new Signal.Ended(current.eventId, current.taskId));
            utterances.removeFirst();
        }
        return new Frame(pcm, loudness(pcm), signals);
    }

    /** What comes late plays at once: before what is being said by then. */
    private void comeLate() {
        if (late != null && late.delay-- <= 0) {
            utterances.addFirst(late);
            late = null;
        }
    }

    private Utterance utterance(String eventId, Duration startsAfter) {
        return new Utterance(eventId, "task-" + ++tasks, (int) (startsAfter.toMillis() / FRAME_MS));
    }

    private static double loudness(byte[] pcm) {
        double sum = 0;
        for (int i = 0; i < pcm.length; i += 2) {
            double sample = (short) (pcm[i] & 0xff | pcm[i + 1] << 8) / 32768.0;
            sum += sample * sample;
        }
        return Math.sqrt(sum / (pcm.length / 2));
    }
}
