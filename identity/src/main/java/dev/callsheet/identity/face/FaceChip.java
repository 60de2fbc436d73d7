package dev.callsheet.identity.face;

import dev.callsheet.identity.picture.Picture;
import dev.callsheet.identity.picture.Point;
import dev.callsheet.identity.picture.Similarity;
import dev.callsheet.identity.picture.Warp;
import java.util.List;

/**
 * The aligned cut-out that dlib's network was trained on: 150 px, eyes level, a quarter of padding around the mean face
 * (dlib, image_transforms: chip = (0.25 + mean shape) / 1.5 * 150).
 */
public final class FaceChip {
    public static final int SIZE = 150;

    /** Eye centres, nose tip and mouth: means of dlib's 51-point mean face over the points that each stands for. */
    private static final List<Point> TEMPLATE = List.of(
            onChip(0.225492, 0.215990),
            onChip(0.754761, 0.215990),
            onChip(0.490127, 0.515625),
            onChip(0.490127, 0.780233));

    private FaceChip() {}

    /** The face, turned and sized onto the template; what lies outside of the picture repeats its edge. */
    public static Picture cut(Picture picture, Face face) {
        List<Point> points = List.of(face.leftEye(), face.rightEye(), face.noseTip(), face.mouth());
        return Warp.square(picture, Similarity.between(points, TEMPLATE).inverse(), SIZE);
    }

    private static Point onChip(double meanX, double meanY) {
        return new Point((0.25 + meanX) / 1.5 * SIZE, (0.25 + meanY) / 1.5 * SIZE);
    }
}
