package dev.callsheet.requestapi.domain;

import dev.callsheet.contracts.DerivedId;
import dev.callsheet.contracts.Json;
import dev.callsheet.contracts.RequestId;
import dev.callsheet.contracts.Violation;
import java.util.List;
import java.util.Map;

/**
 * A record that names a request which stands for another body. The first body stays.
 *
 * @param index of the record among those that came with it
 */
public record Conflict(int index, RequestId requestId, String firstHash, String hash) {
    /** The line in the request's history; it is on no topic. */
    public static final String TYPE = "dev.callsheet.request.conflicted.v1";

    public static final String CODE = "idempotency.other_body";

    /** Names both bodies. */
    public String reason() {
        return "request " + requestId + ": the body's SHA-256 was " + firstHash + ", in this record it is " + hash
                + ". The first body stays; send a new request with a new key or event id.";
    }

    /** What the history tells of it: once for each other body, however often it is sent. */
    Told told(Told record) {
        return new Told(
                DerivedId.of("conflict", requestId.toString(), hash).toString(),
                TYPE,
                record.source(),
                record.at(),
                record.traceId(),
                Json.write(Map.of(
                        "code",
                        CODE,
                        "message",
                        reason(),
                        "errors",
                        List.of(new Violation(
                                "IDEMPOTENCY_OTHER_BODY",
                                "",
                                hash,
                                firstHash,
                                "use a new idempotencykey or event id")))));
    }

    /** The entry with this line in place of the request. */
    public Entry line(Entry entry) {
        return new Entry(requestId, entry.aggregate(), entry.tenant(), told(entry.told()), null, null);
    }
}
