package dev.callsheet.contracts;

import com.fasterxml.jackson.annotation.JsonProperty;

/** The three kinds of production. */
public enum Route {
    /** A live session: answers within seconds, streams without end. */
    @JsonProperty("avatar")
    AVATAR("avatar"),
    /** A picture set in motion. */
    @JsonProperty("i2v")
    I2V("i2v"),
    /** A character that stays itself over many clips. */
    @JsonProperty("r2v")
    R2V("r2v");

    private final String wire;

    Route(String wire) {
        this.wire = wire;
    }

    /** The name in topics and payloads. */
    public String wire() {
        return wire;
    }
}
