package dev.callsheet.identity.measure;

import dev.callsheet.identity.picture.Box;
import dev.callsheet.identity.picture.Picture;
import java.util.List;

/**
 * Small pictures of one character for the contact sheet.
 *
 * @param references one per used reference
 * @param frames one per sampled frame: the character's face, or the whole frame without one
 */
public record Stills(List<Picture> references, List<Picture> frames) {
    private static final int SIDE = 176;
    private static final double AROUND_FACE = 2.2;

    public Stills {
        references = List.copyOf(references);
        frames = List.copyOf(frames);
    }

    /** The whole picture, small. */
    static Picture whole(Picture picture) {
        return picture.within(SIDE, SIDE);
    }

    /** The face with some room around it, small. */
    static Picture around(Picture picture, Box face) {
        double side = Math.max(face.width(), face.height()) * AROUND_FACE;
        double left = face.x() + (face.width() - side) / 2;
        double top = face.y() + (face.height() - side) / 2;
        return picture.part(Math.max(0, left), Math.max(0, top), side + Math.min(0, left), side + Math.min(0, top))
                .within(SIDE, SIDE);
    }
}
