package dev.callsheet.identity.picture;

/** A place in a picture, in pixels from its top left corner. */
public record Point(double x, double y) {}
