package dev.callsheet.identity.measure;

import dev.callsheet.decoder.NotDecodable;
import dev.callsheet.identity.picture.Picture;
import java.util.function.Supplier;

/**
 * A picture of a character.
 *
 * @param label how a report names it, such as its file name
 * @param picture decodes it each time that it is asked for, since a cast's pictures do not fit into memory together; may
 *     throw {@link NotDecodable}
 */
public record Reference(String label, Supplier<Picture> picture) {}
