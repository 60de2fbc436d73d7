package dev.callsheet.avatar.outbound.silero;

import ai.onnxruntime.OrtException;
import dev.callsheet.conversation.hearing.VoiceActivity;

/** {@link VoiceActivity} by {@link SileroModel}. */
final class SileroActivity implements VoiceActivity {
    private final SileroModel.Microphone microphone;

    SileroActivity(SileroModel.Microphone microphone) {
        this.microphone = microphone;
    }

    @Override
    public float probability(float[] frame) {
        try {
            return microphone.hear(frame);
        } catch (OrtException e) {
            throw new IllegalStateException("the speech model failed on a sound", e);
        }
    }

    @Override
    public void close() {
        microphone.close();
    }
}
