package dev.callsheet.identity.face;

import dev.callsheet.identity.picture.Picture;
import java.util.List;

/** The face models: where faces are, how good they are, and who a face is like. Thread-safe. */
public interface Faces {
    /**
     * All faces, the most confident first.
     *
     * @param expected how many people are looked for: with fewer in the whole picture, its parts are looked at too
     */
    List<Face> detect(Picture picture, int expected);

    /** What the mesh and the pixels say about a face. */
    FaceQuality inspect(Picture picture, Face face);

    /** A face's embedding. @param chip as {@link FaceChip} cuts it */
    Embedding embed(Picture chip);

    /** The embedding of a face in a picture. */
    default Embedding embed(Picture picture, Face face) {
        return embed(FaceChip.cut(picture, face));
    }
}
