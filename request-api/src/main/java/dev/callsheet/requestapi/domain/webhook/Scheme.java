package dev.callsheet.requestapi.domain.webhook;

import java.util.Arrays;
import java.util.Optional;

/** How an endpoint's deliveries are signed (Standard Webhooks 1.0). */
public enum Scheme {
    /** HMAC-SHA256 with a secret that both sides know. */
    V1("v1"),
    /** Ed25519: the receiver knows the public key only. */
    V1A("v1a");

    private final String wire;

    Scheme(String wire) {
        this.wire = wire;
    }

    /** The signature's identifier. */
    public String wire() {
        return wire;
    }

    public static Optional<Scheme> of(String wire) {
        return Arrays.stream(values())
                .filter(scheme -> scheme.wire.equals(wire))
                .findFirst();
    }
}
