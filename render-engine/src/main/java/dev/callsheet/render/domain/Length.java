package dev.callsheet.render.domain;

/** What the duration and the price of a render depend on. @param resolution as {@code 720P} @param seconds of the clip */
public record Length(String resolution, int seconds) {}
