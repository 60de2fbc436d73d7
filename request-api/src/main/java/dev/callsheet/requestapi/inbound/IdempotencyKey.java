package dev.callsheet.requestapi.inbound;

import dev.callsheet.contracts.Problem;
import dev.callsheet.contracts.RequestIdentity;
import org.jspecify.annotations.Nullable;

/** The caller's name for one request. The header is a structured string, so quotes around it do not count. */
public record IdempotencyKey(String value) {
    /** @throws ProblemException if there is none, or of another form */
    public static IdempotencyKey of(@Nullable String header) {
        String key = header == null ? "" : header.strip();
        if (key.length() >= 2 && key.startsWith("\"") && key.endsWith("\"")) {
            key = key.substring(1, key.length() - 1);
        }
        if (!RequestIdentity.isKey(key)) {
            throw new ProblemException(Problem.of(
                    400,
                    "idempotency.key",
                    "An Idempotency-Key is needed",
                    "header Idempotency-Key: found " + (header == null ? "nothing" : key.length() + " characters")
                            + "; allowed are 1 to 200"
                            + " printable ASCII characters. A new request has a new key; a repeat has the same."));
        }
        return new IdempotencyKey(key);
    }
}
