package dev.callsheet.identity.voice;

import ai.onnxruntime.OnnxTensor;
import ai.onnxruntime.OrtEnvironment;
import ai.onnxruntime.OrtException;
import dev.callsheet.identity.onnx.ModelFiles;
import dev.callsheet.identity.onnx.OnnxModel;
import java.nio.FloatBuffer;
import java.nio.LongBuffer;
import java.util.List;
import java.util.Map;

/**
 * Silero VAD, version 5, on ONNX Runtime: windows of 512 samples with the 64 before them, and a state that goes from
 * window to window. One thread per call; thread-safe.
 */
public final class SileroVad implements VoiceActivity, AutoCloseable {
    /** SHA-256 of the model file that this was measured with. */
    public static final String SHA256 = "2623a2953f6ff3d2c1e61740c6cdb7168133479b267dfef114a4a3cc5bdd788f";

    private static final String FILE = "silero-vad.onnx";
    private static final int CONTEXT = 64;
    private static final long[] STATE = {2, 1, 128};

    private final OrtEnvironment environment = OrtEnvironment.getEnvironment();
    private final OnnxModel model;

    /** Loads {@code silero-vad.onnx}. @throws ModelsUnusable if it is missing or another */
    public SileroVad(ModelFiles files) {
        model = new OnnxModel(files, FILE, SHA256);
    }

    @Override
    public float[] probabilities(Sound sound) {
        float[] samples = sound.samples();
        float[] probabilities = new float[Math.ceilDiv(samples.length, WINDOW)];
        FloatBuffer input = FloatBuffer.allocate(CONTEXT + WINDOW);
        FloatBuffer state = FloatBuffer.allocate((int) (STATE[0] * STATE[1] * STATE[2]));
        try (OnnxTensor rate =
                OnnxTensor.createTensor(environment, LongBuffer.wrap(new long[] {Sound.RATE}), new long[0])) {
            for (int i = 0; i < probabilities.length; i++) {
                input.clear();
                for (int at = i * WINDOW - CONTEXT; at < (i + 1) * WINDOW; at++) {
                    input.put(at < 0 || at >= samples.length ? 0 : samples[at]);
                }
                probabilities[i] = hear(input.flip(), state, rate);
            }
            return probabilities;
        } catch (OrtException e) {
            throw new IllegalStateException("the speech model failed on a sound", e);
        }
    }

    /** One window; leaves the state for the next. */
    private float hear(FloatBuffer input, FloatBuffer state, OnnxTensor rate) throws OrtException {
        try (OnnxTensor window = OnnxTensor.createTensor(environment, input, new long[] {1, CONTEXT + WINDOW});
                OnnxTensor before = OnnxTensor.createTensor(environment, state.rewind(), STATE)) {
            List<float[]> out = model.run(Map.of("input", window, "state", before, "sr", rate), "stateN", "output");
            state.clear().put(out.get(0));
            return out.get(1)[0];
        }
    }

    @Override
    public void close() {
        model.close();
    }
}
