package dev.callsheet.requestapi.domain;

import com.fasterxml.jackson.databind.JsonNode;
import dev.callsheet.contracts.Json;
import dev.callsheet.contracts.UnreadableEvent;

/** Which body it is: SHA-256 of the canonical JSON, so that white space and the order of keys do not count. */
public final class BodyHash {
    private BodyHash() {}

    public static String of(JsonNode document) {
        return Json.sha256(Json.canonical(document));
    }

    /** Of a record's data, whatever it is: what has no canonical form is itself. */
    public static String of(byte[] data) {
        try {
            return of(Json.read(data));
        } catch (UnreadableEvent | IllegalArgumentException e) {
            return Json.sha256(data);
        }
    }
}
