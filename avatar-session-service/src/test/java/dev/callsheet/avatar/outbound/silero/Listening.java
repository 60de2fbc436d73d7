package dev.callsheet.avatar.outbound.silero;

import dev.callsheet.conversation.hearing.Ear;
import dev.callsheet.conversation.hearing.EarRules;
import dev.callsheet.conversation.hearing.VoiceActivity;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** What an ear with an open microphone makes of a sound that plays into it, in seconds from its start. */
final class Listening implements Ear.Listener {
    private static final int PIECE = 320;

    final List<Double> began = new ArrayList<>();
    /** When the ear had become sure. */
    final List<Double> beganTold = new ArrayList<>();

    final List<Double> ended = new ArrayList<>();
    final List<Double> endedTold = new ArrayList<>();
    int dropped;
    private Instant now = Instant.EPOCH;

    static Listening to(float[] sound, VoiceActivity activity) {
        var listening = new Listening();
        var ear = new Ear(
                activity,
                (pcm, language, sink) -> {
                    sink.text("words");
                    return () -> {};
                },
                EarRules.usual(),
                null,
                () -> listening.now,
                listening);
        ear.openMicrophone();
        for (int from = 0; from < sound.length; from += PIECE) {
            float[] piece = Arrays.copyOfRange(sound, from, Math.min(sound.length, from + PIECE));
            listening.now = listening.now.plus(Duration.ofNanos(piece.length * 62_500L));
            ear.take(pcm(piece));
        }
        ear.closeMicrophone();
        ear.close();
        return listening;
    }

    private static byte[] pcm(float[] sound) {
        byte[] pcm = new byte[sound.length * 2];
        for (int i = 0; i < sound.length; i++) {
            int sample = (int) Math.clamp(sound[i] * 32768, -32768, 32767);
            pcm[2 * i] = (byte) sample;
            pcm[2 * i + 1] = (byte) (sample >> 8);
        }
        return pcm;
    }

    private static double seconds(Instant at) {
        return Duration.between(Instant.EPOCH, at).toMillis() / 1000.0;
    }

    @Override
    public void speechBegan(Instant at) {
        began.add(seconds(at));
        beganTold.add(seconds(now));
    }

    @Override
    public void speechEnded(Instant at) {
        ended.add(seconds(at));
        endedTold.add(seconds(now));
    }

    @Override
    public void speechDropped() {
        dropped++;
    }

    @Override
    public void heard(String text, Instant endOfSpeech, Instant transcribed) {}

    @Override
    public void trouble(String code, String message) {
        throw new AssertionError(code);
    }
}
