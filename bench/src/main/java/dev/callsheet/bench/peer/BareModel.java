package dev.callsheet.bench.peer;

import ai.onnxruntime.OnnxTensor;
import ai.onnxruntime.OrtEnvironment;
import ai.onnxruntime.OrtException;
import ai.onnxruntime.OrtSession;
import ai.onnxruntime.OrtSession.SessionOptions;
import dev.callsheet.identity.onnx.ModelFiles;
import java.lang.foreign.Arena;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.FloatBuffer;
import java.util.Map;
import java.util.Optional;
import java.util.Random;

/** A session of ONNX Runtime on an input that is ready: nothing is prepared for a call and nothing done with its answer. */
final class BareModel implements AutoCloseable {
    private static final OrtEnvironment ENVIRONMENT = OrtEnvironment.getEnvironment();

    private final OrtSession session;
    private final OnnxTensor input;
    private final Map<String, OnnxTensor> inputs;

    /** How a session is set up, one thread each. */
    enum Setting {
        /** As the scorer's: small in memory. */
        SCORER {
            @Override
            void apply(SessionOptions options) throws OrtException {
                options.setOptimizationLevel(SessionOptions.OptLevel.EXTENDED_OPT);
                options.setExecutionMode(SessionOptions.ExecutionMode.SEQUENTIAL);
                options.setCPUArenaAllocator(false);
                options.setMemoryPatternOptimization(false);
            }
        },
        /** As ONNX Runtime comes. */
        DEFAULTS {
            @Override
            void apply(SessionOptions options) {
                // Nothing is set: that is the point.
            }
        };

        abstract void apply(SessionOptions options) throws OrtException;
    }

    /** @param side of the square that it looks at, in pixels */
    BareModel(String file, String sha256, String name, int side, Setting setting) throws OrtException {
        try (Arena arena = Arena.ofConfined();
                SessionOptions options = new SessionOptions()) {
            options.setIntraOpNumThreads(1);
            options.setInterOpNumThreads(1);
            setting.apply(options);
            session = ENVIRONMENT.createSession(new ModelFiles(Optional.empty()).read(file, sha256, arena), options);
        }
        FloatBuffer values = ByteBuffer.allocateDirect(3 * side * side * Float.BYTES)
                .order(ByteOrder.nativeOrder())
                .asFloatBuffer();
        Random random = new Random(side);
        while (values.hasRemaining()) {
            values.put(random.nextFloat() - 0.5f);
        }
        input = OnnxTensor.createTensor(ENVIRONMENT, values.flip(), new long[] {1, 3, side, side});
        inputs = Map.of(name, input);
    }

    void run(long times) throws OrtException {
        for (long i = 0; i < times; i++) {
            session.run(inputs).close();
        }
    }

    @Override
    public void close() throws OrtException {
        input.close();
        session.close();
    }
}
