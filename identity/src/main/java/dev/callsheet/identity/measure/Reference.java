package dev.callsheet.identity.measure;

import dev.callsheet.identity.picture.Picture;
import java.util.List;
import java.util.function.Supplier;

/**
 * A picture of a character, or a clip.
 *
 * @param label how a report names it, such as its file name
 * @param pictures decodes it each time that it is asked for, since a cast's pictures do not fit into memory together: one
 *     picture, or candidates out of a clip; may throw {@link dev.callsheet.decoder.NotDecodable}
 */
public record Reference(String label, Supplier<List<Picture>> pictures) {
    /** A single picture. */
    public static Reference picture(String label, Supplier<Picture> picture) {
        return new Reference(label, () -> List.of(picture.get()));
    }
}
