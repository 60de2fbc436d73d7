package dev.callsheet.scorer.domain;

import java.util.function.Supplier;

/**
 * A picture of a character.
 *
 * @param label how a report names it, such as its file name
 * @param picture decodes it each time that it is asked for, since a cast's pictures do not fit into memory together; may
 *     throw {@link NotDecodable}
 */
public record Reference(String label, Supplier<Picture> picture) {}
