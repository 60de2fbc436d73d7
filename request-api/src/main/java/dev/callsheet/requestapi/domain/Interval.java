package dev.callsheet.requestapi.domain;

/** From low to high, both included. */
public record Interval(double low, double high) {
    public boolean holds(double value) {
        return low <= value && value <= high;
    }
}
