package dev.callsheet.media.door;

import dev.callsheet.media.MediaFormat;

/**
 * A file that came through the door.
 *
 * @param format by its first bytes
 * @param sha256 of the whole, lower-case hexadecimal
 */
public record Fetched(MediaFormat format, long bytes, String sha256) {}
