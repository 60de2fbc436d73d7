package dev.callsheet.requestapi.inbound;

import com.fasterxml.jackson.databind.JsonNode;
import dev.callsheet.contracts.CloudEvent;
import dev.callsheet.contracts.Json;
import dev.callsheet.contracts.Problem;
import dev.callsheet.contracts.RequestId;
import dev.callsheet.contracts.RequestIdentity;
import dev.callsheet.contracts.RequestReader;
import dev.callsheet.contracts.TenantId;
import dev.callsheet.contracts.Topics;
import dev.callsheet.contracts.Violation;
import dev.callsheet.corridor.EventPublisher;
import dev.callsheet.requestapi.outbound.IdempotencyRepository;
import dev.callsheet.requestapi.outbound.IdempotencyRepository.Claim;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.apache.kafka.common.errors.RecordTooLargeException;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * From a body to a record that the broker has. The key is claimed in the table first, then the record is sent, then the
 * claim is marked: whatever breaks between, a repeat sends the same record again, and its ids are the same.
 */
@ApplicationScoped
class Intake {
    private static final int RETRY_AFTER_SECONDS = 2;

    private final IdempotencyRepository keys;
    private final EventPublisher publisher;
    private final long maxBytes;
    private final Duration ackTimeout;

    Intake(
            IdempotencyRepository keys,
            EventPublisher publisher,
            @ConfigProperty(name = "callsheet.requests.max-bytes") long maxBytes,
            @ConfigProperty(name = "callsheet.requests.ack-timeout") Duration ackTimeout) {
        this.keys = keys;
        this.publisher = publisher;
        this.maxBytes = maxBytes;
        this.ackTimeout = ackTimeout;
    }

    /** A request on the log. @param warnings fields that the schema does not know */
    record Taken(RequestId requestId, List<Violation> warnings) {}

    /** Returns once the broker has the request. @throws ProblemException if it cannot be taken */
    Taken take(TenantId tenant, IdempotencyKey key, byte[] body) {
        if (body.length > maxBytes) {
            throw tooLarge(body.length);
        }
        JsonNode document = Json.read(body);
        RequestReader.Reading reading = RequestReader.read(document);
        if (!reading.violations().isEmpty()) {
            throw new ProblemException(Problem.of(
                    422,
                    "request.schema",
                    "The request has not the form of the schema",
                    reading.violations().size() + " fields are at fault; see errors.",
                    reading.violations()));
        }
        RequestId requestId = RequestId.ofKey(tenant, key.value());
        String hash = Json.sha256(Json.canonical(document));
        Claim claim = keys.claim(tenant, key.value(), requestId, hash);
        if (!claim.bodyHash().equals(hash)) {
            throw otherBody(claim.bodyHash(), hash);
        }
        if (!claim.sent()) {
            send(tenant, requestId, RequestIdentity.restEvent(tenant, key.value(), body, Instant.now()));
            keys.sent(tenant, key.value());
        }
        return new Taken(requestId, reading.warnings());
    }

    private void send(TenantId tenant, RequestId requestId, CloudEvent event) {
        try {
            publisher
                    .send(Topics.requests(tenant), requestId.toString(), event)
                    .get(ackTimeout.toMillis(), TimeUnit.MILLISECONDS);
        } catch (ExecutionException e) {
            if (e.getCause() instanceof RecordTooLargeException) {
                throw tooLarge(event.data().length);
            }
            throw away(e.getCause());
        } catch (TimeoutException e) {
            throw away(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw away(e);
        }
    }

    private ProblemException tooLarge(long bytes) {
        return new ProblemException(Problem.of(
                413,
                "request.too_large",
                "The body is too large",
                "body: found " + bytes + " bytes; allowed are " + maxBytes
                        + ". Media belong in the object store, by address."));
    }

    private static ProblemException otherBody(String first, String now) {
        return new ProblemException(Problem.of(
                422,
                "idempotency.other_body",
                "This key stands for another body",
                "header Idempotency-Key: the body's SHA-256 was " + first + ", now it is " + now
                        + ". Send a new request with a new key.",
                List.of(new Violation("IDEMPOTENCY_OTHER_BODY", "", now, first, "use a new Idempotency-Key"))));
    }

    private static ProblemException away(Throwable cause) {
        return new ProblemException(
                Problem.of(
                        503,
                        "broker.unavailable",
                        "The broker is away",
                        "The request was not acknowledged. Send it again with the same Idempotency-Key; it will be one request."),
                RETRY_AFTER_SECONDS,
                cause);
    }
}
