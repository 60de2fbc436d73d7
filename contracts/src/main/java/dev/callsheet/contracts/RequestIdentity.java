package dev.callsheet.contracts;

import java.time.Instant;
import java.util.Map;

/**
 * The one rule by which both doors name a request: tenant, event source, event id. The REST door is a producer like any
 * other; its event id is derived from the Idempotency-Key. An event that carries a key of its own, as the extension
 * attribute {@code idempotencykey}, is named by it, so one key is one request at either door.
 */
public final class RequestIdentity {
    /** The event source of requests that came by REST. */
    public static final String REST_SOURCE = "/request-api";

    /** The CloudEvents extension attribute by which a producer names a request by its key. */
    public static final String KEY_ATTRIBUTE = "idempotencykey";

    private static final int LONGEST_KEY = 200;

    private RequestIdentity() {}

    /**
     * The request that an event on a tenant's topic asks for.
     *
     * @throws UnreadableEvent if the event carries a key that is none
     */
    public static RequestId of(TenantId tenant, CloudEvent event) {
        String key = event.extensions().get(KEY_ATTRIBUTE);
        if (key == null) {
            return RequestId.ofEvent(tenant, event.source(), event.id());
        }
        if (!isKey(key)) {
            throw new UnreadableEvent(
                    "event.idempotencykey",
                    "attribute '" + KEY_ATTRIBUTE + "': found " + key.length() + " characters; allowed are 1 to "
                            + LONGEST_KEY + " printable ASCII characters");
        }
        return RequestId.ofKey(tenant, key);
    }

    /** Whether a text may be an Idempotency-Key: 1 to 200 printable ASCII characters, not all blank. */
    public static boolean isKey(String key) {
        return !key.isBlank() && key.length() <= LONGEST_KEY && key.chars().allMatch(c -> c >= ' ' && c <= '~');
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
