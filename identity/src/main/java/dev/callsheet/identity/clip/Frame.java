package dev.callsheet.identity.clip;

import dev.callsheet.identity.picture.Picture;

/**
 * One decoded frame.
 *
 * @param seconds from the clip's first frame
 */
public record Frame(double seconds, Picture picture) {}
