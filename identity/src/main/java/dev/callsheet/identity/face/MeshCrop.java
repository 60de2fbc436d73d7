package dev.callsheet.identity.face;

import dev.callsheet.identity.picture.Box;
import dev.callsheet.identity.picture.Picture;
import dev.callsheet.identity.picture.Point;
import dev.callsheet.identity.picture.Similarity;
import dev.callsheet.identity.picture.Warp;

/** The cut-out that FaceMesh looks at: the box half as large again, eyes level (MediaPipe, face landmark graph). */
public final class MeshCrop {
    public static final int SIZE = 192;
    private static final double ENLARGED = 1.5;

    private MeshCrop() {}

    public static Picture cut(Picture picture, Face face) {
        Box box = face.box();
        double side = Math.max(box.width(), box.height()) * ENLARGED;
        double angle = Math.atan2(
                face.rightEye().y() - face.leftEye().y(),
                face.rightEye().x() - face.leftEye().x());
        double step = side / SIZE;
        double a = Math.cos(angle) * step;
        double b = Math.sin(angle) * step;
        double x = box.x() + box.width() / 2;
        double y = box.y() + box.height() / 2;
        double half = SIZE / 2.0;
        return Warp.square(picture, new Similarity(a, b, x - a * half + b * half, y - b * half - a * half), SIZE);
    }

    /**
     * How far the head is turned to the side, in degrees, from the depth of the cheeks.
     *
     * @param points 468 x 3: x, y to the right and down, z away from the camera, all in pixels of the cut-out; numbered
     *     as MediaPipe's canonical face (234 and 454 are the outermost points of the cheeks)
     */
    public static double yaw(float[] points) {
        Point right = new Point(points[234 * 3], points[234 * 3 + 2]);
        Point left = new Point(points[454 * 3], points[454 * 3 + 2]);
        return Math.toDegrees(Math.atan2(left.y() - right.y(), left.x() - right.x()));
    }
}
