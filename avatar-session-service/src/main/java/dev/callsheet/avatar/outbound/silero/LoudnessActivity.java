package dev.callsheet.avatar.outbound.silero;

import dev.callsheet.conversation.hearing.VoiceActivity;

/**
 * {@link VoiceActivity} without a model: what is clearly louder than the room counts as speech, so music and noise do too.
 * The room's level falls at once and rises slowly.
 */
final class LoudnessActivity implements VoiceActivity {
    /** Softer than this (power, -50 dB) is never speech. */
    private static final double FLOOR = 1e-5;
    /** Louder than the room by 10 dB counts as much as not (power). */
    private static final double CLEAR = 10;
    /** The room's level rises by 6 dB in 2.5 seconds. */
    private static final double RISE = 1.009;

    private double room = FLOOR;

    @Override
    public float probability(float[] frame) {
        double power = 0;
        for (float sample : frame) {
            power += sample * sample;
        }
        power /= frame.length;
        room = Math.max(FLOOR, Math.min(power, room * RISE));
        double times = power / (room * CLEAR);
        return (float) (times / (1 + times));
    }

    @Override
    public void close() {}
}
