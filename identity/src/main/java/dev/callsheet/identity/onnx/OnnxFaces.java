package dev.callsheet.identity.onnx;

import ai.onnxruntime.OnnxTensor;
import ai.onnxruntime.OrtEnvironment;
import ai.onnxruntime.OrtException;
import ai.onnxruntime.OrtSession;
import dev.callsheet.identity.face.Embedding;
import dev.callsheet.identity.face.Face;
import dev.callsheet.identity.face.FaceChip;
import dev.callsheet.identity.face.Faces;
import dev.callsheet.identity.measure.Limits;
import dev.callsheet.identity.picture.AreaAverage;
import dev.callsheet.identity.picture.Box;
import dev.callsheet.identity.picture.Picture;
import dev.callsheet.identity.picture.Point;
import java.lang.foreign.Arena;
import java.lang.foreign.ValueLayout;
import java.nio.ByteOrder;
import java.nio.FloatBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** BlazeFace and dlib's face network on ONNX Runtime, one thread per call. Thread-safe. */
public final class OnnxFaces implements Faces, AutoCloseable {
    private static final String DETECTOR = "blazeface.onnx";
    private static final String EMBEDDER = "dlib-face.onnx";
    private static final float[] DLIB_MEAN = {122.782f, 117.001f, 104.298f};
    /** A picture longer than this is looked at in squares too, when nothing is found in the whole. */
    private static final double SQUARE = 1.2;
    /** Below this share of the longer side the network sees too few pixels to place a face well. */
    private static final double SMALL = 0.12;

    private static final double AROUND = 3;

    private final OrtEnvironment environment = OrtEnvironment.getEnvironment();
    private final OrtSession detector;
    private final OrtSession embedder;

    /**
     * Loads both models.
     *
     * @throws ModelsUnusable if one is missing or not the one that the limits were made for
     */
    public OnnxFaces(ModelFiles files, Limits limits) {
        detector = session(files, DETECTOR, limits.detector());
        embedder = session(files, EMBEDDER, limits.embedder());
    }

    @Override
    public List<Face> detect(Picture picture) {
        List<Face> faces = detectIn(picture, 0, 0);
        int side = Math.min(picture.width(), picture.height());
        int length = Math.max(picture.width(), picture.height());
        if (faces.isEmpty() && length >= side * SQUARE) {
            faces = inSquares(picture, side, length);
        }
        return FaceBoxes.distinct(
                faces.stream().flatMap(face -> closer(picture, face)).toList());
    }

    /** Squares along the longer side that overlap by half or more. */
    private List<Face> inSquares(Picture picture, int side, int length) {
        List<Face> faces = new ArrayList<>();
        int parts = (int) Math.ceil(2.0 * (length - side) / side) + 1;
        for (int i = 0; i < parts; i++) {
            int offset = Math.round((float) (length - side) * i / (parts - 1));
            boolean wide = picture.width() >= picture.height();
            int x = wide ? offset : 0;
            int y = wide ? 0 : offset;
            faces.addAll(detectIn(picture.part(x, y, side, side), x, y));
        }
        return faces;
    }

    /** A second look at a face that is small in the picture: its place becomes exact, and what is no face drops out. */
    private Stream<Face> closer(Picture picture, Face face) {
        Box box = face.box();
        if (box.height() > Math.max(picture.width(), picture.height()) * SMALL) {
            return Stream.of(face);
        }
        double side = box.height() * AROUND;
        int x = (int) Math.clamp(box.x() + (box.width() - side) / 2, 0, Math.max(0, picture.width() - side));
        int y = (int) Math.clamp(box.y() + (box.height() - side) / 2, 0, Math.max(0, picture.height() - side));
        return detectIn(picture.part(x, y, side, side), x, y).stream()
                .filter(found -> found.box().overlap(box) > FaceBoxes.SAME_FACE / 2)
                .limit(1);
    }

    @Override
    public Embedding embed(Picture picture, Face face) {
        Picture chip = FaceChip.cut(picture, face);
        int plane = FaceChip.SIZE * FaceChip.SIZE;
        try (Arena arena = Arena.ofConfined()) {
            FloatBuffer input = floats(arena, 3 * plane);
            for (int i = 0; i < plane; i++) {
                for (int channel = 0; channel < 3; channel++) {
                    float value = chip.rgb()[i * 3 + channel] & 0xff;
                    input.put(channel * plane + i, (value - DLIB_MEAN[channel]) / 256);
                }
            }
            long[] shape = {1, 3, FaceChip.SIZE, FaceChip.SIZE};
            return new Embedding(
                    run(embedder, "chip", input, shape, "embedding").getFirst());
        }
    }

    /** Squeezes the picture into the network's square, keeping its proportions, black around it. */
    private List<Face> detectIn(Picture picture, int left, int top) {
        double scale = (double) FaceBoxes.INPUT / Math.max(picture.width(), picture.height());
        int width = Math.clamp(Math.round(picture.width() * scale), 1, FaceBoxes.INPUT);
        int height = Math.clamp(Math.round(picture.height() * scale), 1, FaceBoxes.INPUT);
        int marginX = (FaceBoxes.INPUT - width) / 2;
        int marginY = (FaceBoxes.INPUT - height) / 2;
        float[] small = AreaAverage.of(picture, width, height);
        int plane = FaceBoxes.INPUT * FaceBoxes.INPUT;
        try (Arena arena = Arena.ofConfined()) {
            FloatBuffer input = floats(arena, 3 * plane);
            for (int i = 0; i < 3 * plane; i++) {
                input.put(i, -1);
            }
            for (int y = 0; y < height; y++) {
                for (int x = 0; x < width; x++) {
                    int to = (y + marginY) * FaceBoxes.INPUT + x + marginX;
                    for (int channel = 0; channel < 3; channel++) {
                        input.put(channel * plane + to, small[(y * width + x) * 3 + channel] / 127.5f - 1);
                    }
                }
            }
            long[] shape = {1, 3, FaceBoxes.INPUT, FaceBoxes.INPUT};
            List<float[]> out = run(detector, "image", input, shape, "scores", "boxes");
            return FaceBoxes.decode(out.get(0), out.get(1)).stream()
                    .map(face -> moved(face, 1 / scale, left - marginX / scale, top - marginY / scale))
                    .toList();
        }
    }

    private static Face moved(Face face, double scale, double x, double y) {
        Box box = face.box().scaled(scale);
        return new Face(
                new Box(box.x() + x, box.y() + y, box.width(), box.height()),
                moved(face.leftEye(), scale, x, y),
                moved(face.rightEye(), scale, x, y),
                moved(face.noseTip(), scale, x, y),
                moved(face.mouth(), scale, x, y),
                face.confidence());
    }

    private static Point moved(Point point, double scale, double x, double y) {
        return new Point(point.x() * scale + x, point.y() * scale + y);
    }

    private static FloatBuffer floats(Arena arena, int size) {
        return arena.allocate(ValueLayout.JAVA_FLOAT, size)
                .asByteBuffer()
                .order(ByteOrder.nativeOrder())
                .asFloatBuffer();
    }

    private List<float[]> run(OrtSession session, String name, FloatBuffer input, long[] shape, String... outputs) {
        try (OnnxTensor tensor = OnnxTensor.createTensor(environment, input, shape);
                OrtSession.Result result = session.run(Map.of(name, tensor))) {
            List<float[]> values = new ArrayList<>();
            for (String output : outputs) {
                FloatBuffer buffer = ((OnnxTensor) result.get(output).orElseThrow()).getFloatBuffer();
                float[] copy = new float[buffer.remaining()];
                buffer.get(copy);
                values.add(copy);
            }
            return values;
        } catch (OrtException e) {
            throw new IllegalStateException("a face model failed on a picture", e);
        }
    }

    private OrtSession session(ModelFiles files, String file, Limits.Model model) {
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
            return environment.createSession(files.read(file, model.sha256(), arena), options);
        } catch (OrtException e) {
            throw new ModelsUnusable("model " + file + " cannot be loaded", e);
        }
    }

    @Override
    public void close() throws OrtException {
        detector.close();
        embedder.close();
    }
}
