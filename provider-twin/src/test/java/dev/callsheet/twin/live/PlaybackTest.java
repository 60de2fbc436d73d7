package dev.callsheet.twin.live;

import static org.assertj.core.api.Assertions.assertThat;

import dev.callsheet.twin.live.Playback.Signal;
import dev.callsheet.twin.live.Utterance.Chunk;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

class PlaybackTest {
    private final PlayLog log = new PlayLog();
    private final Playback playback = new Playback(() -> Duration.ofMillis(20), log);
    private final List<Signal> signals = new ArrayList<>();
    private Instant now = Instant.parse("2026-01-01T12:00:00Z");
    private double loudness;

    @Test
    void anUtteranceStartsAfterItsDelayAndEndsWithItsAudio() {
        playback.speak(loud("e1", 50));
        playback.speakEnd();

        play(20);
        assertThat(signals).isEmpty();
        play(10);
        assertThat(signals).containsExactly(new Signal.Started("e1", "task-1"));
        play(50);
        assertThat(signals).containsExactly(new Signal.Started("e1", "task-1"), new Signal.Ended("e1", "task-1"));
    }

    @Test
    void withoutItsEndAnUtteranceWaitsInSilenceAndGoesOn() {
        playback.speak(loud("e1", 20));
        play(500);
        assertThat(loudness).isZero();

        playback.speak(loud("e2", 20));
        play(10);
        assertThat(loudness).isGreaterThan(0.1);
        assertThat(signals).containsExactly(new Signal.Started("e1", "task-1"));
    }

    @Test
    void anInterruptSilencesAtOnceAndTellsSo() {
        playback.speak(loud("e1", 1000));
        play(100);

        assertThat(playback.interrupt(now)).containsExactly(new Signal.Interrupted("e1", "task-1"));
        play(10);
        assertThat(loudness).isZero();
        assertThat(log.all()).singleElement().satisfies(heard -> {
            assertThat(heard.playedMs()).isEqualTo(80);
            assertThat(heard.interrupted()).isTrue();
            assertThat(heard.afterInterruptMs()).isZero();
        });
    }

    @Test
    void audioThatComesAfterAnInterruptIsPlayedAsTheRealProductDoesAndTheLogTells() {
        playback.speak(loud("e1", 100));
        play(50);
        playback.interrupt(now);

        playback.speak(loud("e1", 100));
        play(40);

        assertThat(loudness).isGreaterThan(0.1);
        assertThat(log.all().getFirst().afterInterruptMs()).isEqualTo(20);
    }

    @Test
    void anEchoComesBackBeforeWhatIsSaidByThen() {
        playback.speak(loud("old", 1000));
        play(100);
        playback.interruptWithEcho(now, Duration.ofMillis(50));
        playback.speak(loud("new", 200));
        play(40);
        assertThat(signals.getLast()).isEqualTo(new Signal.Started("new", "task-3"));

        play(50);

        assertThat(signals.getLast()).isEqualTo(new Signal.Started("old", "task-2"));
        assertThat(log.all().getFirst().afterInterruptMs()).isPositive();
    }

    @Test
    void aFormatThatNobodyAnnouncedIsHeardAsSilence() {
        playback.speak(new Chunk("e1", new byte[4800], false));
        play(200);

        assertThat(log.all().getFirst().playedMs()).isZero();
        assertThat(log.all().getFirst().silentMs()).isEqualTo(100);
    }

    private void play(int millis) {
        for (int i = 0; i < millis / Playback.FRAME_MS; i++) {
            now = now.plusMillis(Playback.FRAME_MS);
            var frame = playback.next(now);
            loudness = frame.loudness();
            signals.addAll(frame.signals());
        }
    }

    private static Chunk loud(String event, int millis) {
        byte[] pcm = new byte[millis * Playback.SAMPLE_RATE / 1000 * 2];
        Arrays.fill(pcm, (byte) 0x30);
        return new Chunk(event, pcm, true);
    }
}
