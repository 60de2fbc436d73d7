package dev.callsheet.scorer.domain;

/**
 * A picture of a character.
 *
 * @param label how a report names it, such as its file name
 */
public record Reference(String label, Picture picture) {}
