package dev.callsheet.requestapi.domain;

/** By which of the two doors a request came. */
public enum Door {
    REST("rest"),
    KAFKA("kafka");

    private final String wire;

    Door(String wire) {
        this.wire = wire;
    }

    public String wire() {
        return wire;
    }

    /** @throws IllegalArgumentException for a door that we do not have */
    public static Door of(String wire) {
        for (Door door : values()) {
            if (door.wire.equals(wire)) {
                return door;
            }
        }
        throw new IllegalArgumentException("no door '" + wire + "'");
    }
}
