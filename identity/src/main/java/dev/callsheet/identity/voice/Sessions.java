package dev.callsheet.identity.voice;

import ai.onnxruntime.OrtEnvironment;
import ai.onnxruntime.OrtException;
import ai.onnxruntime.OrtSession;
import dev.callsheet.identity.onnx.ModelFiles;
import dev.callsheet.identity.onnx.ModelsUnusable;
import java.lang.foreign.Arena;

/** Opens a model on ONNX Runtime for one thread per call. */
final class Sessions {
    private Sessions() {}

    /** @throws ModelsUnusable if the file is missing, has another SHA-256, or is no model */
    static OrtSession open(OrtEnvironment environment, ModelFiles files, String file, String sha256) {
        try (Arena arena = Arena.ofConfined();
                OrtSession.SessionOptions options = new OrtSession.SessionOptions()) {
            options.setIntraOpNumThreads(1);
            options.setInterOpNumThreads(1);
            options.setExecutionMode(OrtSession.SessionOptions.ExecutionMode.SEQUENTIAL);
            // Without an arena the runtime gives memory back after each call instead of keeping the largest.
            options.setCPUArenaAllocator(false);
            options.setMemoryPatternOptimization(false);
            return environment.createSession(files.read(file, sha256, arena), options);
        } catch (OrtException e) {
            throw new ModelsUnusable("model " + file + " cannot be loaded", e);
        }
    }
}
