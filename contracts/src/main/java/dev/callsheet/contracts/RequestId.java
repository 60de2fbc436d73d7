package dev.callsheet.contracts;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.UUID;

/** One request of a tenant, from whichever door it came. */
public record RequestId(@JsonValue UUID value) {
    @JsonCreator
    public static RequestId parse(String text) {
        return new RequestId(UUID.fromString(text));
    }

    /** The request that REST knows by its Idempotency-Key. */
    public static RequestId ofKey(TenantId tenant, String idempotencyKey) {
        return ofEvent(tenant, RequestIdentity.REST_SOURCE, RequestIdentity.restEventId(tenant, idempotencyKey));
    }

    /** The request that a producer knows by its event (source, id). */
    public static RequestId ofEvent(TenantId tenant, String source, String eventId) {
        return new RequestId(DerivedId.of("request", tenant.value(), "event", source, eventId));
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
