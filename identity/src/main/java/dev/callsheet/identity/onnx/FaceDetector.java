package dev.callsheet.identity.onnx;

import dev.callsheet.identity.face.Face;
import dev.callsheet.identity.picture.AreaAverage;
import dev.callsheet.identity.picture.Box;
import dev.callsheet.identity.picture.Picture;
import dev.callsheet.identity.picture.Point;
import java.lang.foreign.Arena;
import java.nio.FloatBuffer;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/**
 * BlazeFace, which sees any picture as 256 x 256: what is small in the whole picture is looked for in its parts too.
 * Thread-safe.
 */
final class FaceDetector implements AutoCloseable {
    /** Below this share of the longer side the network sees too few pixels to place a face well. */
    private static final double SMALL = 0.12;

    private static final double AROUND = 3;
    private static final double FAR = 0.6;
    /** Parts of this share of the shorter side find faces of 24 px in a frame of 720. */
    private static final double FINE = 0.5;
    /** Parts overlap by as much, so that no face of their size is cut in all of them. */
    private static final double OVERLAP = 0.3;

    private final OnnxModel model;

    FaceDetector(OnnxModel model) {
        this.model = model;
    }

    /** All faces, the most confident first. @param expected as many are looked for in parts of the picture too */
    List<Face> detect(Picture picture, int expected) {
        int shorter = Math.min(picture.width(), picture.height());
        List<Face> faces = closer(picture, detectIn(picture, 0, 0, 1));
        if (faces.isEmpty()) {
            // A face that fills the picture is seen from farther away.
            faces = detectIn(picture, 0, 0, FAR);
        }
        if (faces.size() < expected || tallest(faces) < SMALL * Math.max(picture.width(), picture.height())) {
            faces = joined(picture, faces, shorter);
        }
        if (faces.isEmpty()) {
            faces = joined(picture, faces, (int) Math.ceil(shorter * FINE));
        }
        return faces;
    }

    private static double tallest(List<Face> faces) {
        return faces.stream().mapToDouble(face -> face.box().height()).max().orElse(0);
    }

    private List<Face> joined(Picture picture, List<Face> known, int side) {
        List<Face> found = new ArrayList<>();
        for (int y : offsets(picture.height(), side)) {
            for (int x : offsets(picture.width(), side)) {
                if (side < picture.width() || side < picture.height()) {
                    found.addAll(detectIn(picture.part(x, y, side, side), x, y));
                }
            }
        }
        List<Face> all = new ArrayList<>(known);
        all.addAll(closer(picture, FaceBoxes.distinct(found)));
        return FaceBoxes.distinct(all);
    }

    /** Where parts begin so that they cover a length, evenly spread. */
    private static List<Integer> offsets(int length, int side) {
        int parts = length <= side ? 1 : (int) Math.ceil((length - side) / (side * (1 - OVERLAP))) + 1;
        List<Integer> offsets = new ArrayList<>();
        for (int i = 0; i < parts; i++) {
            offsets.add(parts == 1 ? 0 : Math.round((float) (length - side) * i / (parts - 1)));
        }
        return offsets;
    }

    /** A second look at what is small in the picture: its place becomes exact, and what is no face drops out. */
    private List<Face> closer(Picture picture, List<Face> faces) {
        return FaceBoxes.distinct(
                faces.stream().flatMap(face -> closer(picture, face)).toList());
    }

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
                .max(Comparator.comparingDouble(found -> found.box().overlap(box)))
                .stream();
    }

    private List<Face> detectIn(Picture picture, int left, int top) {
        return detectIn(picture, left, top, 1);
    }

    /**
     * Squeezes the picture into the network's square, keeping its proportions, black around it.
     *
     * @param filled how much of the square's side the longer side fills
     */
    private List<Face> detectIn(Picture picture, int left, int top, double filled) {
        double scale = FaceBoxes.INPUT * filled / Math.max(picture.width(), picture.height());
        int width = Math.clamp(Math.round(picture.width() * scale), 1, FaceBoxes.INPUT);
        int height = Math.clamp(Math.round(picture.height() * scale), 1, FaceBoxes.INPUT);
        int marginX = (FaceBoxes.INPUT - width) / 2;
        int marginY = (FaceBoxes.INPUT - height) / 2;
        float[] small = AreaAverage.of(picture, width, height);
        int plane = FaceBoxes.INPUT * FaceBoxes.INPUT;
        try (Arena arena = Arena.ofConfined()) {
            FloatBuffer input = OnnxModel.floats(arena, 3 * plane);
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
            List<float[]> out = model.run("image", input, shape, "scores", "boxes");
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

    @Override
    public void close() {
        model.close();
    }
}
