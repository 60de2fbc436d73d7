package dev.callsheet.identity.face;

import dev.callsheet.identity.picture.Box;
import dev.callsheet.identity.picture.Point;

/**
 * A face as detected; eyes as seen in the picture (left is at the left), in pixels.
 *
 * @param confidence 0 to 1
 */
public record Face(Box box, Point leftEye, Point rightEye, Point noseTip, Point mouth, double confidence) {
    /** Height of the detected box, pixels. */
    public int heightPx() {
        return (int) Math.round(box.height());
    }
}
