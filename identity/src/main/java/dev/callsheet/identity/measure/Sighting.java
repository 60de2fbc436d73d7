package dev.callsheet.identity.measure;

import dev.callsheet.identity.face.Embedding;
import dev.callsheet.identity.face.Face;
import dev.callsheet.identity.face.FaceQuality;
import dev.callsheet.identity.picture.Picture;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What was seen in one looked-at frame.
 *
 * @param index of the frame in the clip
 * @param shot how many cuts lie before it
 * @param refined looked at only to bound a failure
 * @param whole the frame as a small picture
 * @param faces the largest first
 */
record Sighting(int index, double seconds, int shot, boolean refined, Picture whole, List<Seen> faces) {
    Sighting {
        faces = List.copyOf(faces);
    }

    /**
     * One face.
     *
     * @param why it cannot be measured; null if it can
     * @param embedding null if it cannot be measured
     * @param hash perceptual hash of the face
     */
    record Seen(
            Face face,
            FaceQuality quality,
            @Nullable String why,
            @Nullable Embedding embedding,
            long hash,
            Picture still) {}
}
