package dev.callsheet.twin.live;

import dev.callsheet.twin.live.Utterance.Chunk;
import dev.callsheet.twin.live.media.AvatarStream;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** One active session at work: what it says, who watches it, and who is told. Thread-safe. */
final class Stage {
    private final Playback playback;
    private final @Nullable AvatarStream stream;
    private final Clock clock;
    private @Nullable Told told;

    Stage(Playback playback, @Nullable AvatarStream stream, Clock clock) {
        this.playback = playback;
        this.stream = stream;
        this.clock = clock;
    }

    /** Who is told what the avatar does; called in order, must not block. */
    @FunctionalInterface
    interface Told {
        void signal(Playback.Signal signal);
    }

    synchronized void tell(Told who) {
        told = who;
    }

    boolean hasMedia() {
        return stream != null;
    }

    Optional<AvatarStream> stream() {
        return Optional.ofNullable(stream);
    }

    synchronized void speak(Chunk chunk) {
        playback.speak(chunk);
    }

    /** A whole utterance. */
    synchronized void utter(Chunk chunk) {
        playback.speak(chunk);
        playback.speakEnd();
    }

    synchronized void speakEnd() {
        playback.speakEnd();
    }

    synchronized void interrupt() {
        hushed(playback.interrupt(clock.instant()));
    }

    /** An interrupt after which a last piece comes again after that time. */
    synchronized void interruptWithEcho(Duration after) {
        hushed(playback.interruptWithEcho(clock.instant(), after));
    }

    /** Plays the next 10 ms. */
    void step() {
        Playback.Frame frame;
        synchronized (this) {
            frame = playback.next(clock.instant());
            pass(frame.signals());
        }
        if (stream != null) {
            stream.hear(frame.pcm(), frame.loudness());
        }
    }

    void draw(long nanos) {
        if (stream != null) {
            stream.draw(nanos);
        }
    }

    void close() {
        if (stream != null) {
            stream.close();
        }
    }

    private void hushed(List<Playback.Signal> signals) {
        pass(signals);
        if (stream != null) {
            stream.hush();
        }
    }

    private void pass(List<Playback.Signal> signals) {
        if (told != null) {
            signals.forEach(told::signal);
        }
    }
}
