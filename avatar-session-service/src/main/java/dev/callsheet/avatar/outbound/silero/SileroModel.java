package dev.callsheet.avatar.outbound.silero;

import ai.onnxruntime.OnnxTensor;
import ai.onnxruntime.OrtEnvironment;
import ai.onnxruntime.OrtException;
import ai.onnxruntime.OrtSession;
import dev.callsheet.conversation.hearing.VoiceActivity;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.FloatBuffer;
import java.util.Map;

/** Silero VAD 5 on ONNX Runtime: one model for all microphones, one thread for each call. Thread-safe. */
final class SileroModel implements AutoCloseable {
    static final int CONTEXT = 64;
    static final int STATE = 2 * 128;
    private static final long[] INPUT_SHAPE = {1, CONTEXT + VoiceActivity.FRAME};
    private static final long[] STATE_SHAPE = {2, 1, 128};

    private final OrtEnvironment environment = OrtEnvironment.getEnvironment();
    private final OrtSession session;
    private final OnnxTensor rate;

    /** @throws OrtException if these bytes are no model that runs here */
    SileroModel(byte[] model) throws OrtException {
        try (var options = new OrtSession.SessionOptions()) {
            options.setIntraOpNumThreads(1);
            options.setInterOpNumThreads(1);
            session = environment.createSession(model, options);
        }
        rate = OnnxTensor.createTensor(environment, 16_000L);
    }

    /** What one microphone's sound goes through: tensors over memory that is written anew for each frame. */
    Microphone open() throws OrtException {
        return new Microphone();
    }

    /** The buffers of one microphone. Not thread-safe. */
    final class Microphone implements AutoCloseable {
        private final FloatBuffer input = direct(CONTEXT + VoiceActivity.FRAME);
        private final FloatBuffer state = direct(STATE);
        private final OnnxTensor inputTensor = OnnxTensor.createTensor(environment, input, INPUT_SHAPE);
        private final OnnxTensor stateTensor = OnnxTensor.createTensor(environment, state, STATE_SHAPE);
        private final Map<String, OnnxTensor> inputs = Map.of("input", inputTensor, "state", stateTensor, "sr", rate);

        private Microphone() throws OrtException {}

        float hear(float[] frame) throws OrtException {
            // The last samples of the frame before stand before the new ones.
            for (int i = 0; i < CONTEXT; i++) {
                input.put(i, input.get(VoiceActivity.FRAME + i));
            }
            input.put(CONTEXT, frame);
            try (var result = session.run(inputs)) {
                state.put(0, floats(result, "stateN"), 0, STATE);
                return floats(result, "output").get(0);
            }
        }

        @Override
        public void close() {
            inputTensor.close();
            stateTensor.close();
        }
    }

    private static FloatBuffer floats(OrtSession.Result result, String name) {
        if (result.get(name).orElseThrow() instanceof OnnxTensor tensor && tensor.getFloatBuffer() != null) {
            return tensor.getFloatBuffer();
        }
        throw new IllegalStateException("output " + name + " is no tensor of floats");
    }

    private static FloatBuffer direct(int floats) {
        return ByteBuffer.allocateDirect(floats * Float.BYTES)
                .order(ByteOrder.nativeOrder())
                .asFloatBuffer();
    }

    @Override
    public void close() throws OrtException {
        rate.close();
        session.close();
    }
}
