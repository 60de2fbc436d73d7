package dev.callsheet.identity.onnx;

import dev.callsheet.identity.face.Face;
import dev.callsheet.identity.picture.Box;
import dev.callsheet.identity.picture.Point;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** Turns BlazeFace's 896 answers into faces (MediaPipe: SSD anchors of 16 x 16 x 2, then 8 x 8 x 6 cells of 256 px). */
final class FaceBoxes {
    static final int INPUT = 256;
    private static final double CONFIDENCE = 0.5;
    static final double SAME_FACE = 0.3;
    private static final double WITHIN = 0.7;
    private static final int VALUES = 16;

    private FaceBoxes() {}

    /** Faces in pixels of the network's input. */
    static List<Face> decode(float[] scores, float[] boxes) {
        List<Face> faces = new ArrayList<>();
        for (int anchor = 0; anchor < scores.length; anchor++) {
            double confidence = 1 / (1 + Math.exp(-scores[anchor]));
            if (confidence >= CONFIDENCE) {
                faces.add(face(boxes, anchor, confidence));
            }
        }
        return distinct(faces);
    }

    /** Of boxes that overlap much, or lie in each other, only the most confident, best first. */
    static List<Face> distinct(List<Face> faces) {
        List<Face> kept = new ArrayList<>();
        faces.stream()
                .sorted(Comparator.comparingDouble(Face::confidence).reversed())
                .filter(face -> kept.stream().noneMatch(other -> same(other.box(), face.box())))
                .forEach(kept::add);
        return List.copyOf(kept);
    }

    /** A face is also found at half its size, within itself. */
    private static boolean same(Box one, Box other) {
        return one.overlap(other) > SAME_FACE || one.covered(other) > WITHIN;
    }

    private static Face face(float[] boxes, int anchor, double confidence) {
        boolean coarse = anchor < 512;
        int cells = coarse ? 16 : 8;
        int cell = coarse ? anchor / 2 : (anchor - 512) / 6;
        double step = (double) INPUT / cells;
        double x = (cell % cells + 0.5) * step;
        double y = (Math.floorDiv(cell, cells) + 0.5) * step;
        int at = anchor * VALUES;
        double width = boxes[at + 2];
        double height = boxes[at + 3];
        return new Face(
                new Box(x + boxes[at] - width / 2, y + boxes[at + 1] - height / 2, width, height),
                new Point(x + boxes[at + 4], y + boxes[at + 5]),
                new Point(x + boxes[at + 6], y + boxes[at + 7]),
                new Point(x + boxes[at + 8], y + boxes[at + 9]),
                new Point(x + boxes[at + 10], y + boxes[at + 11]),
                confidence);
    }
}
