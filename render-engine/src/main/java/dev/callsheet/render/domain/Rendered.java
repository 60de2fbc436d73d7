package dev.callsheet.render.domain;

/** A file as the provider made it. @param sha256 in lower-case hexadecimal */
public record Rendered(long bytes, String sha256) {}
