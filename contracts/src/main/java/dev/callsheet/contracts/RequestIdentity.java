package dev.callsheet.contracts;

import java.time.Instant;
import java.util.Map;

/**
 * The one rule by which both doors name a request: tenant, event source, event id. The REST door is a producer like any
 * other; its event id is derived from the Idempotency-Key.
 */
public final class RequestIdentity {
    /** The event source of requests that came by REST. */
    public static final String REST_SOURCE = "/request-api";

    private RequestIdentity() {}

    /** The request that an event on a tenant's topic asks for. */
    public static RequestId of(TenantId tenant, CloudEvent event) {
        return RequestId.ofEvent(tenant, event.source(), event.id());
    }

    /** The event id that stands for an Idempotency-Key. */
    public static String restEventId(TenantId tenant, String idempotencyKey) {
        return DerivedId.of("idempotency-key", tenant.value(), idempotencyKey).toString();
    }

    /** The event that the REST door sends for a body. @param body the bytes as they came */
    public static CloudEvent restEvent(TenantId tenant, String idempotencyKey, byte[] body, Instant time) {
        String id = restEventId(tenant, idempotencyKey);
        String subject = RequestId.ofEvent(tenant, REST_SOURCE, id).toString();
        return new CloudEvent(id, REST_SOURCE, VideoRequest.TYPE, subject, time, Map.of(), body);
    }
}
