package dev.callsheet.identity.face;

import dev.callsheet.identity.picture.Picture;
import dev.callsheet.identity.picture.Point;
import dev.callsheet.identity.picture.Similarity;
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

    private static final int FINEST = 16;

    private FaceChip() {}

    /** The face, turned and sized onto the template; what lies outside of the picture repeats its edge. */
    public static Picture cut(Picture picture, Face face) {
        List<Point> points = List.of(face.leftEye(), face.rightEye(), face.noseTip(), face.mouth());
        Similarity toPicture = Similarity.between(points, TEMPLATE).inverse();
        // One picture pixel may not be skipped: a large face is sampled on a grid as fine as its pixels.
        int grid = Math.clamp((int) Math.ceil(toPicture.scale()), 1, FINEST);
        byte[] chip = new byte[SIZE * SIZE * 3];
        double[] sum = new double[3];
        for (int y = 0; y < SIZE; y++) {
            for (int x = 0; x < SIZE; x++) {
                sum[0] = sum[1] = sum[2] = 0;
                for (int i = 0; i < grid * grid; i++) {
                    double chipX = x + (i % grid + 0.5) / grid;
                    double chipY = y + (double) (2 * (i / grid) + 1) / (2 * grid);
                    addBilinear(picture, toPicture.apply(chipX, chipY), sum);
                }
                int to = (y * SIZE + x) * 3;
                for (int channel = 0; channel < 3; channel++) {
                    chip[to + channel] = (byte) Math.round(sum[channel] / (grid * grid));
                }
            }
        }
        return new Picture(SIZE, SIZE, chip);
    }

    // Places are continuous: pixel (0, 0) reaches from 0 to 1 and has its centre at 0.5.
    private static void addBilinear(Picture picture, Point at, double[] sum) {
        double x = Math.clamp(at.x() - 0.5, 0, picture.width() - 1);
        double y = Math.clamp(at.y() - 0.5, 0, picture.height() - 1);
        int left = (int) x;
        int top = (int) y;
        int right = Math.min(left + 1, picture.width() - 1);
        int bottom = Math.min(top + 1, picture.height() - 1);
        double fx = x - left;
        double fy = y - top;
        for (int channel = 0; channel < 3; channel++) {
            double upper = picture.at(left, top, channel) * (1 - fx) + picture.at(right, top, channel) * fx;
            double lower = picture.at(left, bottom, channel) * (1 - fx) + picture.at(right, bottom, channel) * fx;
            sum[channel] += upper * (1 - fy) + lower * fy;
        }
    }

    private static Point onChip(double meanX, double meanY) {
        return new Point((0.25 + meanX) / 1.5 * SIZE, (0.25 + meanY) / 1.5 * SIZE);
    }
}
