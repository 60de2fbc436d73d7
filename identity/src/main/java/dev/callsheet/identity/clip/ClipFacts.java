package dev.callsheet.identity.clip;

/**
 * What is known of a clip's file.
 *
 * @param sha256 of the file, lower-case hexadecimal
 * @param frames in the whole file
 * @param seconds from the first to the end of the last frame
 */
public record ClipFacts(String sha256, int width, int height, int frames, double seconds) {}
