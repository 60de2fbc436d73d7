package dev.callsheet.twin.render.domain;

/** Pixels of a frame; both sides even, as 4:2:0 video needs. */
public record FrameSize(int width, int height) {}
