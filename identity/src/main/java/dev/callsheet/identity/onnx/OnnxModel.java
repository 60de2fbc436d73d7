package dev.callsheet.identity.onnx;

import ai.onnxruntime.OnnxTensor;
import ai.onnxruntime.OnnxTensorLike;
import ai.onnxruntime.OrtEnvironment;
import ai.onnxruntime.OrtException;
import ai.onnxruntime.OrtSession;
import java.lang.foreign.Arena;
import java.lang.foreign.ValueLayout;
import java.nio.ByteOrder;
import java.nio.FloatBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** A checked model on ONNX Runtime, one thread per call. Thread-safe. */
public final class OnnxModel implements AutoCloseable {
    private final OrtEnvironment environment = OrtEnvironment.getEnvironment();
    private final String file;
    private final OrtSession session;

    /** @throws ModelsUnusable if the file is missing, has another SHA-256, or is no model */
    public OnnxModel(ModelFiles files, String file, String sha256) {
        this.file = file;
        try (Arena arena = Arena.ofConfined();
                OrtSession.SessionOptions options = new OrtSession.SessionOptions()) {
            options.setIntraOpNumThreads(1);
            options.setInterOpNumThreads(1);
            // The last level lays the weights out anew for the processor: a third faster, but 40 MB more for good.
            options.setOptimizationLevel(OrtSession.SessionOptions.OptLevel.EXTENDED_OPT);
            options.setExecutionMode(OrtSession.SessionOptions.ExecutionMode.SEQUENTIAL);
            // Without an arena the runtime gives memory back after each picture instead of keeping the largest.
            options.setCPUArenaAllocator(false);
            options.setMemoryPatternOptimization(false);
            session = environment.createSession(files.read(file, sha256, arena), options);
        } catch (OrtException e) {
            throw new ModelsUnusable("model " + file + " cannot be loaded", e);
        }
    }

    /** The names of its inputs. */
    public Set<String> inputs() {
        return session.getInputNames();
    }

    /** The names of its outputs, in their order. */
    public Set<String> outputs() {
        return session.getOutputNames();
    }

    /** Native memory for an input, all zero. */
    public static FloatBuffer floats(Arena arena, int size) {
        return arena.allocate(ValueLayout.JAVA_FLOAT, size)
                .asByteBuffer()
                .order(ByteOrder.nativeOrder())
                .asFloatBuffer();
    }

    /** Runs a model of one input. @return one array per asked-for output, in their order */
    public List<float[]> run(String name, FloatBuffer input, long[] shape, String... outputs) {
        try (OnnxTensor tensor = OnnxTensor.createTensor(environment, input, shape)) {
            return run(Map.of(name, tensor), outputs);
        } catch (OrtException e) {
            throw failed(e);
        }
    }

    /** Runs a model of any inputs; who made them closes them. */
    public List<float[]> run(Map<String, ? extends OnnxTensorLike> inputs, String... outputs) {
        try (OrtSession.Result result = session.run(inputs)) {
            List<float[]> values = new ArrayList<>();
            for (String output : outputs) {
                if (!(result.get(output).orElseThrow() instanceof OnnxTensor tensor)
                        || tensor.getFloatBuffer() == null) {
                    throw new IllegalStateException("output " + output + " is no tensor of floats");
                }
                FloatBuffer buffer = tensor.getFloatBuffer();
                float[] copy = new float[buffer.remaining()];
                buffer.get(copy);
                values.add(copy);
            }
            return values;
        } catch (OrtException e) {
            throw failed(e);
        }
    }

    private IllegalStateException failed(OrtException e) {
        return new IllegalStateException("model " + file + " failed: " + e.getMessage(), e);
    }

    @Override
    public void close() {
        try {
            session.close();
        } catch (OrtException e) {
            throw new IllegalStateException("model " + file + " cannot be closed", e);
        }
    }
}
