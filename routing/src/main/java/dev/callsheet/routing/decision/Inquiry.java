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
 * @param hash SHA-256 of the normalised request (or of the canonical JSON, if it is none), lower-case hexadecimal
 */
public record Inquiry(TenantId tenant, long bytes, RequestReader.Reading reading, String hash) {

    /** @throws UnreadableEvent if the bytes are no JSON document */
    public static Inquiry of(TenantId tenant, byte[] body) {
        return of(tenant, body.length, Json.read(body));
    }

    /** Total: any JSON document is an inquiry. */
    public static Inquiry of(TenantId tenant, long bytes, JsonNode document) {
        RequestReader.Reading reading = RequestReader.read(document);
        byte[] normalised = reading.request() == null ? Json.canonical(document) : Json.write(reading.request());
        return new Inquiry(tenant, bytes, reading, Json.sha256(normalised));
    }
}
