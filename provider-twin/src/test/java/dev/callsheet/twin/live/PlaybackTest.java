package dev.callsheet.twin.live;

import static org.assertj.core.api.Assertions.assertThat;

import dev.callsheet.twin.live.Playback.Signal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

class PlaybackTest {
    private final Playback playback = new Playback(20);
    private final List<Signal> signals = new ArrayList<>();
    private double loudness;

    @Test
    void anUtteranceStartsAfterItsDelayAndEndsWithItsAudio() {
        playback.speak("e1", loud(50));
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
        playback.speak("e1", loud(20));
        play(500);
        assertThat(loudness).isZero();

        playback.speak("e2", loud(20));
        play(10);
        assertThat(loudness).isGreaterThan(0.1);
        assertThat(signals).containsExactly(new Signal.Started("e1", "task-1"));
    }

    @Test
    void anInterruptSilencesAtOnceAndTellsSo() {
        playback.speak("e1", loud(1000));
        play(100);

        assertThat(playback.interrupt()).containsExactly(new Signal.Interrupted("e1", "task-1"));
        play(10);
        assertThat(loudness).isZero();
    }

    @Test
    void audioThatComesAfterAnInterruptIsPlayedAsTheRealProductDoes() {
        playback.speak("e1", loud(100));
        play(50);
        playback.interrupt();

        playback.speak("e1", loud(100));
        play(40);

        assertThat(loudness).isGreaterThan(0.1);
    }

    private void play(int millis) {
        for (int i = 0; i < millis / Playback.FRAME_MS; i++) {
            var frame = playback.next();
            loudness = frame.loudness();
            signals.addAll(frame.signals());
        }
    }

    private static byte[] loud(int millis) {
        byte[] pcm = new byte[millis * Playback.SAMPLE_RATE / 1000 * 2];
        Arrays.fill(pcm, (byte) 0x30);
        return pcm;
    }
}
