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
import dev.callsheet.corridor.keys.KeyHolder;
import dev.callsheet.requestapi.domain.Ask;
import dev.callsheet.requestapi.domain.BodyHash;
import dev.callsheet.requestapi.domain.Casting;
import dev.callsheet.requestapi.domain.Claim;
import dev.callsheet.requestapi.domain.Door;
import dev.callsheet.requestapi.domain.RequestDocument;
import dev.callsheet.requestapi.outbound.Characters;
import dev.callsheet.requestapi.outbound.Claims;
import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.StatusCode;
import io.opentelemetry.context.Context;
import io.opentelemetry.context.Scope;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.Stream;
import org.apache.kafka.common.errors.RecordTooLargeException;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * From a body to a record that the broker has, without holding a thread. The id is claimed for the body first, then the
 * record is sent, then the claim is marked: whatever breaks between, a repeat sends the same record again, and its ids are
 * the same. Calls with one key that come together are one claim and one record.
 */
@ApplicationScoped
class Intake {
    private static final int RETRY_AFTER_SECONDS = 2;
    private static final long LOOK_MS = 250;
    private static final int MOST_TOLD = 100;

    private final Claims claims;
    private final Characters characters;
    private final EventPublisher publisher;
    private final RequestSpans spans;
    private final RequestMeters meters;
    private final RequestDocument documents;
    private final Duration ackTimeout;
    private final Map<Ask, Flight> underWay = new ConcurrentHashMap<>();
    private final CountDownLatch stopping = new CountDownLatch(1);

    Intake(
            Claims claims,
            Characters characters,
            EventPublisher publisher,
            RequestSpans spans,
            RequestMeters meters,
            @ConfigProperty(name = "callsheet.requests.max-bytes") long maxBytes,
            @ConfigProperty(name = "callsheet.requests.max-tokens") long maxTokens,
            @ConfigProperty(name = "callsheet.requests.ack-timeout") Duration ackTimeout) {
        this.claims = claims;
        this.characters = characters;
        this.publisher = publisher;
        this.spans = spans;
        this.meters = meters;
        this.documents = new RequestDocument(maxBytes, maxTokens);
        this.ackTimeout = ackTimeout;
    }

    /** A claim and a record on their way. @param since by {@link System#nanoTime} */
    private record Flight(CompletableFuture<Void> landed, long since) {}

    void start(@Observes StartupEvent event) {
        Thread.ofVirtual().name("intake").start(this::giveUpTheLate);
    }

    void stop(@Observes ShutdownEvent event) {
        stopping.countDown();
    }

    /** One look at all of them now and then: a timer for each would cost as much as its record. */
    private void giveUpTheLate() {
        try {
            while (!stopping.await(LOOK_MS, TimeUnit.MILLISECONDS)) {
                long now = System.nanoTime();
                underWay.forEach((ask, flight) -> {
                    if (now - flight.since() > ackTimeout.toNanos() && underWay.remove(ask, flight)) {
                        flight.landed().completeExceptionally(away(new TimeoutException("no ack in " + ackTimeout)));
                    }
                });
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** A request on the log. @param warnings what is better known of its characters, and fields that the schema does not know */
    record Taken(RequestId requestId, List<Violation> warnings) {}

    /** Ends once the broker has the request; fails with a {@link ProblemException}, or {@code UnreadableEvent}. */
    CompletableFuture<Taken> take(KeyHolder holder, IdempotencyKey key, byte[] body) {
        JsonNode document = documents.read(body);
        if (!Casting.concerns(document)) {
            return take(holder, key, document, body, List.of());
        }
        // The register is asked, which may take its time: not on the caller's thread.
        var cast = new CompletableFuture<CompletableFuture<Taken>>();
        Thread.startVirtualThread(Context.current().wrap(() -> {
            try {
                cast.complete(cast(holder, key, document, body));
            } catch (RuntimeException e) {
                cast.completeExceptionally(e);
            }
        }));
        return cast.thenCompose(taken -> taken);
    }

    private CompletableFuture<Taken> cast(KeyHolder holder, IdempotencyKey key, JsonNode document, byte[] body) {
        Casting casting = Casting.of(document, characters.of(holder.tenant()), Instant.now());
        if (!casting.errors().isEmpty()) {
            throw new ProblemException(Problem.of(
                    422,
                    "request.cast",
                    "A character cannot be cast",
                    casting.errors().size() + " characters are at fault; see errors.",
                    first(casting.errors())));
        }
        boolean filled = casting.request() != document;
        byte[] sent = filled ? Json.write(casting.request()) : body;
        return take(holder, key, casting.request(), sent, casting.notes());
    }

    private CompletableFuture<Taken> take(
            KeyHolder holder, IdempotencyKey key, JsonNode document, byte[] body, List<Violation> notes) {
        RequestReader.Reading reading = RequestReader.read(document);
        if (!reading.violations().isEmpty()) {
            throw new ProblemException(Problem.of(
                    422,
                    "request.schema",
                    "The request has not the form of the schema",
                    reading.violations().size() + " fields are at fault; see errors.",
                    first(reading.violations())));
        }
        return send(holder, key.value(), BodyHash.of(document), body)
                .thenApply(id -> new Taken(id, first(both(notes, reading.warnings()))));
    }

    private static List<Violation> both(List<Violation> notes, List<Violation> warnings) {
        return notes.isEmpty()
                ? warnings
                : Stream.concat(notes.stream(), warnings.stream()).toList();
    }

    /** An answer stays small, however much is wrong. */
    private static List<Violation> first(List<Violation> all) {
        return all.subList(0, Math.min(MOST_TOLD, all.size()));
    }

    /** Ends once the broker has the record of this key, from this call or from another. */
    CompletableFuture<RequestId> send(KeyHolder holder, String key, String bodyHash, byte[] body) {
        TenantId tenant = holder.tenant();
        var ask = new Ask(RequestId.ofKey(tenant, key), tenant, bodyHash, Limits.counts(holder));
        Context trace = Context.current();
        var mine = new Flight(new CompletableFuture<>(), System.nanoTime());
        Flight theirs = underWay.putIfAbsent(ask, mine);
        if (theirs != null) {
            return theirs.landed().thenApply(_ -> ask.requestId());
        }
        claims.claim(ask)
                .thenCompose(claim -> onTheLog(ask, claim, key, body, trace))
                .whenComplete((_, failure) -> {
                    underWay.remove(ask, mine);
                    if (failure == null) {
                        mine.landed().complete(null);
                    } else {
                        mine.landed().completeExceptionally(told(failure, body.length));
                    }
                });
        return mine.landed().thenApply(_ -> ask.requestId());
    }

    private CompletableFuture<Void> onTheLog(Ask ask, Claim claim, String key, byte[] body, Context trace) {
        if (!claim.bodyHash().equals(ask.bodyHash())) {
            return CompletableFuture.failedFuture(otherBody(claim, ask.bodyHash()));
        }
        if (claim.sent()) {
            meters.repeated("rest");
            return CompletableFuture.completedFuture(null);
        }
        CloudEvent event = RequestIdentity.restEvent(ask.tenant(), key, body, Instant.now());
        Span accepted = spans.accepted(ask.requestId(), ask.tenant(), trace);
        try (Scope _ = accepted.makeCurrent()) {
            return publisher
                    .send(Topics.requests(ask.tenant()), ask.requestId().toString(), event)
                    .thenRun(() -> {
                        claims.sent(ask.requestId());
                        meters.accepted("rest", ask.requestId());
                    })
                    .whenComplete((_, failure) -> {
                        if (failure != null) {
                            accepted.setStatus(StatusCode.ERROR);
                        }
                        accepted.end();
                    });
        }
    }

    private static Throwable told(Throwable failure, long bytes) {
        Throwable cause =
                failure instanceof CompletionException && failure.getCause() != null ? failure.getCause() : failure;
        return switch (cause) {
            case ProblemException known -> known;
            case RecordTooLargeException _ -> tooLarge(bytes);
            case org.apache.kafka.common.KafkaException away -> away(away);
            default -> cause;
        };
    }

    private static ProblemException tooLarge(long bytes) {
        return new ProblemException(Problem.of(
                413,
                "request.too_large",
                "The body is too large",
                "body: " + bytes + " bytes do not fit into one record. Media belong in the object store, by address."));
    }

    private static ProblemException otherBody(Claim first, String now) {
        String hashes = "the body's SHA-256 was " + first.bodyHash() + ", now it is " + now
                + ". Send a new request with a new key.";
        var violation = List.of(
                new Violation("IDEMPOTENCY_OTHER_BODY", "", now, first.bodyHash(), "use a new Idempotency-Key"));
        return new ProblemException(
                switch (first.door()) {
                    case REST ->
                        Problem.of(
                                422,
                                "idempotency.other_body",
                                "This key stands for another body",
                                "header Idempotency-Key: " + hashes,
                                violation);
                    case KAFKA ->
                        Problem.of(
                                409,
                                "idempotency.other_door",
                                "This key came with another body by " + Door.KAFKA.wire(),
                                "header Idempotency-Key: " + hashes,
                                violation);
                });
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
