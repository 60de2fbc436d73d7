package dev.callsheet.scorer.domain;

/**
 * One decoded frame.
 *
 * @param seconds from the clip's first frame
 */
public record Frame(double seconds, Picture picture) {}
