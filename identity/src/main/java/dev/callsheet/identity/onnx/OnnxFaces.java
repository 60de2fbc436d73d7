package dev.callsheet.identity.onnx;

import dev.callsheet.identity.calibration.Calibration;
import dev.callsheet.identity.face.Embedding;
import dev.callsheet.identity.face.Face;
import dev.callsheet.identity.face.FaceQuality;
import dev.callsheet.identity.face.Faces;
import dev.callsheet.identity.face.MeshCrop;
import dev.callsheet.identity.picture.Box;
import dev.callsheet.identity.picture.Picture;
import dev.callsheet.identity.picture.Sharpness;
import java.lang.foreign.Arena;
import java.nio.FloatBuffer;
import java.util.List;

/** BlazeFace, FaceMesh and dlib's face network on ONNX Runtime, one thread per call. Thread-safe. */
public final class OnnxFaces implements Faces, AutoCloseable {
    private static final float[] DLIB_MEAN = {122.782f, 117.001f, 104.298f};
    /** Faces are made this high before their sharpness is taken: what is finer than that the embedding does not see. */
    private static final int SHARPNESS_SIDE = 64;

    private final FaceDetector detector;
    private final OnnxModel mesh;
    private final OnnxModel embedder;

    /**
     * Loads the models.
     *
     * @throws ModelsUnusable if one is missing or not the one that the calibration was made for
     */
    public OnnxFaces(ModelFiles files, Calibration.Models models) {
        detector = new FaceDetector(
                new OnnxModel(files, "blazeface.onnx", models.detector().sha256()));
        mesh = new OnnxModel(files, "facemesh.onnx", models.mesh().sha256());
        embedder = new OnnxModel(files, "dlib-face.onnx", models.embedder().sha256());
    }

    @Override
    public List<Face> detect(Picture picture, int expected) {
        return detector.detect(picture, expected);
    }

    @Override
    public FaceQuality inspect(Picture picture, Face face) {
        List<float[]> out = run(mesh, MeshCrop.cut(picture, face), "face", 0, 0, 0, 255, "flag", "points");
        Box box = face.box();
        Picture near = picture.part(box.x(), box.y(), box.width(), box.height()).within(SHARPNESS_SIDE, SHARPNESS_SIDE);
        return new FaceQuality(
                face.heightPx(),
                out.get(0)[0],
                MeshCrop.yaw(out.get(1)),
                Sharpness.of(near),
                box.inside(picture.width(), picture.height()));
    }

    @Override
    public Embedding embed(Picture chip) {
        return new Embedding(run(embedder, chip, "chip", DLIB_MEAN[0], DLIB_MEAN[1], DLIB_MEAN[2], 256, "embedding")
                .getFirst());
    }

    /** Channels apart, each value less the channel's mean, over the scale. */
    private static List<float[]> run(
            OnnxModel model,
            Picture square,
            String input,
            float red,
            float green,
            float blue,
            float scale,
            String... outputs) {
        float[] mean = {red, green, blue};
        int plane = square.width() * square.height();
        try (Arena arena = Arena.ofConfined()) {
            FloatBuffer values = OnnxModel.floats(arena, 3 * plane);
            for (int i = 0; i < plane; i++) {
                for (int channel = 0; channel < 3; channel++) {
                    float value = square.rgb()[i * 3 + channel] & 0xff;
                    values.put(channel * plane + i, (value - mean[channel]) / scale);
                }
            }
            return model.run(input, values, new long[] {1, 3, square.height(), square.width()}, outputs);
        }
    }

    @Override
    public void close() {
        detector.close();
        mesh.close();
        embedder.close();
    }
}
