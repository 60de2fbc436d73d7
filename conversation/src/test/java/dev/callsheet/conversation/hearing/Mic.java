package dev.callsheet.conversation.hearing;

import dev.callsheet.conversation.line.Work;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** An ear with a microphone that a test speaks into, in a time of its own, and what came out of it. */
final class Mic implements InstantSource, Transcriber, Ear.Listener {
    static final Instant START = Instant.parse("2026-01-01T00:00:00Z");

    final List<String> told = new ArrayList<>();
    final List<byte[]> utterances = new ArrayList<>();
    final List<Sink> sinks = new ArrayList<>();
    final List<Integer> cancelled = new ArrayList<>();
    final LoudActivity activity = new LoudActivity();
    final Ear ear;
    boolean answers = true;
    /** What happens while words are being told. */
    Runnable meanwhile = () -> {};

    private Instant now = START;

    Mic() {
        ear = new Ear(activity, this, EarRules.usual(), "en", this, this);
    }

    @Override
    public Instant instant() {
        return now;
    }

    void speak(double seconds) {
        sound(seconds, 10_000);
    }

    void silence(double seconds) {
        sound(seconds, 0);
    }

    /** In messages of 20 ms, each as its time is over. */
    void sound(double seconds, int level) {
        for (int i = 0; i < Math.round(seconds * 50); i++) {
            send(pcm(320, level));
        }
    }

    void send(byte[] pcm) {
        now = now.plusNanos(pcm.length * 1_000_000L / Ear.BYTES_PER_MILLI);
        ear.take(pcm);
    }

    void passes(Duration time) {
        now = now.plus(time);
    }

    static byte[] pcm(int samples, int level) {
        byte[] pcm = new byte[samples * 2];
        for (int i = 0; i < samples; i++) {
            pcm[2 * i] = (byte) level;
            pcm[2 * i + 1] = (byte) (level >> 8);
        }
        return pcm;
    }

    double saidSeconds(int utterance) {
        return utterances.get(utterance).length / (Ear.RATE * 2.0);
    }

    @Override
    public Work transcribe(byte[] pcm, @Nullable String language, Sink sink) {
        int number = utterances.size();
        utterances.add(pcm);
        sinks.add(sink);
        if (answers) {
            sink.text("words " + number);
        }
        return () -> cancelled.add(number);
    }

    @Override
    public void speechBegan(Instant at) {
        told.add("began " + millis(at));
    }

    @Override
    public void speechEnded(Instant at) {
        told.add("ended " + millis(at));
    }

    @Override
    public void speechDropped() {
        told.add("dropped");
    }

    @Override
    public void heard(String text, Instant endOfSpeech, Instant transcribed) {
        meanwhile.run();
        told.add("heard " + text);
    }

    @Override
    public void trouble(String code, String message) {
        told.add(code);
    }

    private static long millis(Instant at) {
        return Duration.between(START, at).toMillis();
    }
}
