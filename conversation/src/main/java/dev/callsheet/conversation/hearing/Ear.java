package dev.callsheet.conversation.hearing;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import org.jspecify.annotations.Nullable;

/**
 * Listens to one microphone and tells what was said. While the microphone is open, voice activity decides where speech
 * begins and ends; while somebody talks by a button, the button does.
 *
 * <p>Each {@link Listener#speechBegan} is followed by one {@link Listener#heard} or {@link Listener#speechDropped}.
 * Thread-safe; sound is taken in the order of the calls. Taking sound runs the speech model, so it is not for a thread
 * that must not wait.
 */
public final class Ear implements AutoCloseable {
    /** Samples in a second. */
    public static final int RATE = 16_000;

    static final int BYTES_PER_MILLI = RATE * 2 / 1000;
    private static final int FRAME_BYTES = VoiceActivity.FRAME * 2;
    private static final Duration BURST = Duration.ofSeconds(5);
    /** A shorter press of the button was a slip. */
    private static final Duration SHORTEST_TALK = Duration.ofMillis(300);

    private final VoiceActivity activity;
    private final EarRules rules;
    private final InstantSource clock;
    private final Listener listener;
    private final Interpreter interpreter;
    private final float[] frame = new float[VoiceActivity.FRAME];
    private final Utterance sound = new Utterance();
    private Endpointing state = Endpointing.quiet();
    private Allowance allowance;
    private boolean open;
    private boolean talking;
    private boolean began;
    private boolean toldTooFast;
    private boolean closed;
    private int framed;

    /** @param language BCP 47 tag of what is spoken; null if unknown */
    public Ear(
            VoiceActivity activity,
            Transcriber transcriber,
            EarRules rules,
            @Nullable String language,
            InstantSource clock,
            Listener listener) {
        this.activity = activity;
        this.rules = rules;
        this.clock = clock;
        this.listener = listener;
        this.interpreter = new Interpreter(transcriber, language, clock, listener);
        this.allowance = new Allowance(BURST, clock.instant());
    }

    /** Takes what is heard. Called on any thread, must not block. */
    public interface Listener {
        void speechBegan(Instant at);

        /** It is over, and is being transcribed. @param at when the voice ended, not when that was clear */
        void speechEnded(Instant at);

        /** It was nothing, or nothing that could be understood. */
        void speechDropped();

        void heard(String text, Instant endOfSpeech, Instant transcribed);

        /** @param code stable dotted code, {@code transcription.*} or {@code hearing.*} */
        void trouble(String code, String message);
    }

    /** Voice activity decides from now on. */
    public synchronized void openMicrophone() {
        open = true;
    }

    /** Hears nothing more; what is being said ends here. */
    public synchronized void closeMicrophone() {
        open = false;
        if (!talking) {
            endHere();
        }
    }

    /** The button is down: all that comes is said. */
    public synchronized void startTalking() {
        if (talking || closed) {
            return;
        }
        talking = true;
        if (!began) {
            begin(clock.instant(), 0);
        }
    }

    /** The button is up: what was said ends here. */
    public synchronized void stopTalking() {
        if (talking) {
            talking = false;
            endHere();
        }
    }

    private void endHere() {
        end(clock.instant(), sound.length());
        sound.clear();
        framed = 0;
    }

    /** Takes sound (16 kHz mono signed 16-bit little-endian PCM, any number of bytes). */
    public synchronized void take(byte[] pcm) {
        if (closed || !(open || talking)) {
            return;
        }
        Instant now = clock.instant();
        if (!allowance.take(pcm.length, now)) {
            tooFast();
            return;
        }
        sound.add(pcm);
        while (sound.length() - framed >= FRAME_BYTES) {
            framed += FRAME_BYTES;
            // What came after this frame is younger than it.
            hear(now.minusMillis((sound.length() - framed) / BYTES_PER_MILLI));
        }
    }

    /** @param at when the frame ended */
    private void hear(Instant at) {
        float probability = activity.probability(sound.samples(framed - FRAME_BYTES, frame));
        if (talking) {
            if (framed >= rules.longest().toMillis() * BYTES_PER_MILLI) {
                end(at, framed);
                begin(at, sound.length());
            }
            return;
        }
        var step = state.next(probability, rules);
        state = step.state();
        switch (step.event()) {
            case NOTHING -> forget();
            case BEGAN -> began(at);
            case ENDED -> ended(at);
            case DROPPED -> dropped();
        }
    }

    /** Keeps what a beginning may need. */
    private void forget() {
        if (state instanceof Endpointing.Quiet quiet) {
            int before = (int) rules.before().toMillis() * BYTES_PER_MILLI;
            framed -= sound.keepLast(before + quiet.frames() * FRAME_BYTES + sound.length() - framed);
        }
    }

    private void began(Instant at) {
        if (state instanceof Endpointing.Speaking(int frames, int _, int _)) {
            begin(at.minusMillis((long) frames * FRAME_BYTES / BYTES_PER_MILLI), sound.length());
        }
    }

    private void ended(Instant at) {
        if (state instanceof Endpointing.Speaking(int _, int _, int silent)) {
            end(at.minusMillis((long) silent * FRAME_BYTES / BYTES_PER_MILLI), framed);
        }
    }

    private void dropped() {
        state = Endpointing.quiet();
        began = false;
        listener.speechDropped();
    }

    /** @param keep bytes of what was heard before that belong to it */
    private void begin(Instant at, int keep) {
        framed = Math.max(0, framed - sound.keepLast(keep));
        began = true;
        listener.speechBegan(at);
    }

    /** @param until bytes that belong to it; what is younger is not lost */
    private void end(Instant at, int until) {
        state = Endpointing.quiet();
        if (!began) {
            return;
        }
        began = false;
        byte[] said = sound.take(until);
        framed = 0;
        if (said.length < SHORTEST_TALK.toMillis() * BYTES_PER_MILLI) {
            listener.speechDropped();
        } else {
            listener.speechEnded(at);
            interpreter.interpret(said, at);
        }
    }

    private void tooFast() {
        if (!toldTooFast) {
            toldTooFast = true;
            listener.trouble(
                    "hearing.too_fast",
                    "Sound came faster than it can have been spoken; what was too much is dropped.");
        }
    }

    /** Hears nothing more and tells nothing more. */
    @Override
    public void close() {
        synchronized (this) {
            if (closed) {
                return;
            }
            closed = true;
            activity.close();
        }
        interpreter.close();
    }
}
