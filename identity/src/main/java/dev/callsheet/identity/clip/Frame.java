package dev.callsheet.identity.clip;

import dev.callsheet.identity.picture.Picture;

/**
 * One decoded frame.
 *
 * @param index among the clip's frames
 * @param seconds from the clip's first frame
 */
public record Frame(int index, double seconds, Picture picture) {}
