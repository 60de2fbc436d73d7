package dev.callsheet.bench.peer;

import ai.onnxruntime.OrtException;
import dev.callsheet.identity.calibration.Calibration;

/** The models that measure a face, bare. */
final class BareModels implements AutoCloseable {
    private final BareModel detector;
    private final BareModel mesh;
    private final BareModel embedder;

    BareModels(Calibration.Models models, BareModel.Setting setting) throws OrtException {
        detector = new BareModel("blazeface.onnx", models.detector().sha256(), "image", 256, setting);
        mesh = new BareModel("facemesh.onnx", models.mesh().sha256(), "face", 192, setting);
        embedder = new BareModel("dlib-face.onnx", models.embedder().sha256(), "chip", 150, setting);
    }

    /** As often as a clip needs them. */
    void run(Calls calls) throws OrtException {
        detector.run(calls.detector());
        mesh.run(calls.mesh());
        embedder.run(calls.embedder());
    }

    @Override
    public void close() throws OrtException {
        detector.close();
        mesh.close();
        embedder.close();
    }
}
