package dev.callsheet.render.domain;

import dev.callsheet.contracts.VideoRequest.Priority;

/** One of the three lines inside of a tenant's share; its ordinal stands in the tables. */
public enum Lane {
    HIGH(16),
    NORMAL(4),
    LOW(1);

    private final double weight;

    Lane(double weight) {
        this.weight = weight;
    }

    /** How many takes it is served for one of the lowest lane, as long as both wait. */
    public double weight() {
        return weight;
    }

    public static Lane of(Priority priority) {
        return switch (priority) {
            case HIGH -> HIGH;
            case NORMAL -> NORMAL;
            case LOW -> LOW;
        };
    }
}
