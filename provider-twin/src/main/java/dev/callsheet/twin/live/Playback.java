package dev.callsheet.twin.live;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
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
    private final int delayFrames;
    private int tasks;

    /** @param delayMs from an utterance's first audio to its start */
    Playback(long delayMs) {
        this.delayFrames = (int) (delayMs / FRAME_MS);
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
    void speak(String eventId, byte[] pcm) {
        var last = utterances.peekLast();
        if (last == null || last.complete) {
            last = new Utterance(eventId, "task-" + ++tasks, delayFrames);
            utterances.addLast(last);
        }
        last.audio.addLast(pcm);
    }

    /** The utterance that is being given has no more audio. Without this it never ends. */
    void speakEnd() {
        var last = utterances.peekLast();
        if (last != null) {
            last.complete = true;
        }
    }

    /** Drops everything that was to be said; empty if nothing was. */
    List<Signal> interrupt() {
        var signals = new ArrayList<Signal>();
        for (Utterance dropped : utterances) {
            signals.add(new Signal.Interrupted(dropped.eventId, dropped.taskId));
        }
        utterances.clear();
        return signals;
    }

    Frame next() {
        var signals = new ArrayList<Signal>();
        byte[] pcm = new byte[FRAME_BYTES];
        var current = utterances.peekFirst();
        if (current == null) {
            return new Frame(pcm, 0, List.of());
        }
        if (current.delay > 0) {
            current.delay--;
            return new Frame(pcm, 0, List.of());
        }
        if (!current.started) {
            current.started = true;
            signals.add(new Signal.Started(current.eventId, current.taskId));
        }
        int filled = current.take(pcm);
        if (filled < FRAME_BYTES && current.complete) {
            signals.add(new Signal.Ended(current.eventId, current.taskId));
            utterances.removeFirst();
        }
        return new Frame(pcm, loudness(pcm), signals);
    }

    private static double loudness(byte[] pcm) {
        double sum = 0;
        for (int i = 0; i < pcm.length; i += 2) {
            double sample = (short) (pcm[i] & 0xff | pcm[i + 1] << 8) / 32768.0;
            sum += sample * sample;
        }
        return Math.sqrt(sum / (pcm.length / 2));
    }

    private static final class Utterance {
        final String eventId;
        final String taskId;
        final Deque<byte[]> audio = new ArrayDeque<>();
        int delay;
        boolean started;
        boolean complete;
        private byte @Nullable [] open;
        private int offset;

        Utterance(String eventId, String taskId, int delay) {
            this.eventId = eventId;
            this.taskId = taskId;
            this.delay = delay;
        }

        /** Fills the frame as far as there is audio; returns how far. */
        int take(byte[] frame) {
            int filled = 0;
            while (filled < frame.length) {
                if (open == null || offset == open.length) {
                    open = audio.pollFirst();
                    offset = 0;
                    if (open == null) {
                        return filled;
                    }
                }
                int count = Math.min(frame.length - filled, open.length - offset);
                System.arraycopy(open, offset, frame, filled, count);
                offset += count;
                filled += count;
            }
            return filled;
        }
    }
}
