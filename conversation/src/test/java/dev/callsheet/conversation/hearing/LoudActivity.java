package dev.callsheet.conversation.hearing;

/** Takes for speech whatever is loud: frames over a tenth of full scale. */
final class LoudActivity implements VoiceActivity {
    boolean closed;

    @Override
    public float probability(float[] frame) {
        float peak = 0;
        for (float sample : frame) {
            peak = Math.max(peak, Math.abs(sample));
        }
        return peak > 0.1f ? 0.95f : 0.02f;
    }

    @Override
    public void close() {
        closed = true;
    }
}
