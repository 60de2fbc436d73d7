package dev.callsheet.identity.face;

import dev.callsheet.identity.picture.Picture;
import java.util.List;

/** The two models: where faces are, and who a face is like. Thread-safe. */
public interface Faces {
    /** All faces, the most confident first. */
    List<Face> detect(Picture picture);

    /** The face's embedding. */
    Embedding embed(Picture picture, Face face);
}
