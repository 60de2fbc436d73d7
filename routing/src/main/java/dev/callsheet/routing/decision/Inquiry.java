package dev.callsheet.routing.decision;

import com.fasterxml.jackson.databind.JsonNode;
import dev.callsheet.contracts.Json;
import dev.callsheet.contracts.RequestReader;
import dev.callsheet.contracts.TenantId;
import dev.callsheet.contracts.UnreadableEvent;

/**
 * What a tenant asks: any JSON, read as far as it can be.
 *
 * @param bytes size of the body
 * @param document as it came
 */
public record Inquiry(TenantId tenant, long bytes, JsonNode document, RequestReader.Reading reading) {
    /** @throws UnreadableEvent if the bytes are no JSON document */
    public static Inquiry of(TenantId tenant, byte[] body) {
        return of(tenant, body.length, Json.read(body));
    }

    /** Total: any JSON document is an inquiry. */
    public static Inquiry of(TenantId tenant, long bytes, JsonNode document) {
        return new Inquiry(tenant, bytes, document, RequestReader.read(document));
    }

    /** SHA-256 of the normalised request (or of the canonical JSON, if it is none), lower-case hexadecimal. */
    public String hash() {
        return Json.sha256(reading.request() == null ? Json.canonical(document) : Json.write(reading.request()));
    }

    /** The same tenant asking something else. */
    Inquiry asking(JsonNode other) {
        return of(tenant, bytes, other);
    }
}
