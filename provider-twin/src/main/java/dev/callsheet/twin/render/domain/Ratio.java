package dev.callsheet.twin.render.domain;

/** Width to height. */
public record Ratio(double width, double height) {

    /** The ratio of a word like {@code 16:9}. */
    public static Ratio named(String word) {
        var sides = word.split(":");
        return new Ratio(Double.parseDouble(sides[0]), Double.parseDouble(sides[1]));
    }

    /** Width divided by height, between 1:8 and 8:1. */
    public double value() {
        return Math.clamp(width / height, 0.125, 8);
    }
}
