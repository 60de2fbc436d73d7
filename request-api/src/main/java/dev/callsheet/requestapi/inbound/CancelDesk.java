package dev.callsheet.requestapi.inbound;

import dev.callsheet.contracts.CloudEvent;
import dev.callsheet.contracts.Control;
import dev.callsheet.contracts.DerivedId;
import dev.callsheet.contracts.Json;
import dev.callsheet.contracts.Problem;
import dev.callsheet.contracts.RequestId;
import dev.callsheet.contracts.RequestIdentity;
import dev.callsheet.contracts.TenantId;
import dev.callsheet.contracts.Topics;
import dev.callsheet.corridor.EventPublisher;
import dev.callsheet.requestapi.domain.Batch;
import dev.callsheet.requestapi.domain.State;
import dev.callsheet.requestapi.outbound.Batches;
import dev.callsheet.requestapi.outbound.RequestStore;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import org.jspecify.annotations.Nullable;

/**
 * Asks for an end: a control record for each request that is still open. A repeat writes the same records, and what they
 * ask for happens once.
 */
@ApplicationScoped
class CancelDesk {
    private static final String REASON = "cancelled by REST";
    private static final int RETRY_AFTER_SECONDS = 2;

    private final Desk desk;
    private final Batches batches;
    private final EventPublisher publisher;

    CancelDesk(Desk desk, Batches batches, EventPublisher publisher) {
        this.desk = desk;
        this.batches = batches;
        this.publisher = publisher;
    }

    /**
     * What the wish found. A request is told by its facts what became of it.
     *
     * @param asked how many were still open
     * @param free of those, how many no provider has: they cost nothing
     * @param underWay of those, how many a provider has or may have: its own cancel is tried, and what cannot be stopped
     *     is paid
     * @param ended how many had ended before
     * @param unstoppable what becomes of a paid clip: {@code keep} or {@code drop}
     */
    record Cancelling(
            String id, int asked, int free, int underWay, int ended, String unstoppable, Map<String, String> links) {}

    /** A request; with its children, if it has some. @throws ProblemException if the tenant has none of that id */
    Cancelling request(TenantId tenant, RequestId id, Control.@Nullable Unstoppable unstoppable) {
        RequestStore.Known known = desk.known(tenant, id);
        List<Batches.Member> all = new ArrayList<>();
        all.add(new Batches.Member(id, known.state()));
        if (!known.story().children().isEmpty()) {
            all.addAll(batches.members(id.value(), Integer.MAX_VALUE));
            batches.cancelled(id.value());
        }
        return send(tenant, id.toString(), all, unstoppable, Entrance.REQUESTS + "/" + id);
    }

    /** All of a batch. */
    Cancelling batch(Batch batch, Control.@Nullable Unstoppable unstoppable) {
        if (batch.isParent()) {
            Cancelling asked = request(batch.tenant(), new RequestId(batch.id()), unstoppable);
            return new Cancelling(
                    asked.id(),
                    asked.asked(),
                    asked.free(),
                    asked.underWay(),
                    asked.ended(),
                    asked.unstoppable(),
                    Map.of("self", Entrance.BATCHES + "/" + batch.id()));
        }
        // First the mark, so that a call that still sends its rows ends; then those who may have gone out.
        batches.cancelled(batch.id());
        List<Batches.Member> members = batches.members(batch.id(), Integer.MAX_VALUE);
        Cancelling asked =
                send(batch.tenant(), batch.id().toString(), members, unstoppable, Entrance.BATCHES + "/" + batch.id());
        if (batch.sentAt() == null) {
            batches.refuseUnsent(batch.id());
        }
        return asked;
    }

    private Cancelling send(
            TenantId tenant,
            String id,
            List<Batches.Member> all,
            Control.@Nullable Unstoppable unstoppable,
            String self) {
        Control.Unstoppable then = unstoppable == null ? Control.Unstoppable.KEEP : unstoppable;
        List<Batches.Member> open =
                all.stream().filter(member -> !member.state().isFinal()).toList();
        Instant now = Instant.now();
        CompletableFuture<?>[] acks = open.stream()
                .map(member ->
                        publisher.send(Topics.control(tenant), member.id().toString(), event(member.id(), then, now)))
                .toArray(CompletableFuture[]::new);
        publisher.flush();
        try {
            CompletableFuture.allOf(acks).join();
        } catch (CompletionException e) {
            throw new ProblemException(
                    Problem.of(
                            503,
                            "broker.unavailable",
                            "The broker is away",
                            "Not every request was told to stop. Send the same again; it does nothing twice."),
                    RETRY_AFTER_SECONDS,
                    e);
        }
        // A parent costs nothing itself: its children are counted.
        List<State> counted = all.stream()
                .filter(member -> all.size() == 1 || !member.id().toString().equals(id))
                .map(Batches.Member::state)
                .toList();
        int ended = (int) counted.stream().filter(State::isFinal).count();
        int free = (int) counted.stream().filter(CancelDesk::isFree).count();
        return new Cancelling(
                id,
                counted.size() - ended,
                free,
                counted.size() - ended - free,
                ended,
                then == Control.Unstoppable.KEEP ? "keep" : "drop",
                Map.of("self", self));
    }

    private static boolean isFree(State state) {
        return switch (state) {
            case ACCEPTED, ROUTED, FANNED_OUT, QUEUED, OFFERED -> true;
            // A session that waits or pauses may have run before.
            case UNSURE, RENDERING, WEDGED, RENDERED, HELD, WAITING, LIVE, PAUSED -> false;
            case REJECTED, ENDED, COMPLETED, PARTLY, FAILED, CANCELLED -> false;
        };
    }

    /** A changed mind is another event; the same wish is the same. */
    private static CloudEvent event(RequestId id, Control.Unstoppable then, Instant now) {
        return new CloudEvent(
                DerivedId.of("cancel", id.toString(), then.name()).toString(),
                RequestIdentity.REST_SOURCE,
                Control.Cancel.TYPE,
                id.toString(),
                now,
                Map.of(),
                Json.write(new Control.Cancel(id, REASON, then)));
    }

    /** @throws ProblemException for another word */
    static Control.@Nullable Unstoppable unstoppable(@Nullable String word) {
        return switch (word) {
            case null -> null;
            case "keep" -> Control.Unstoppable.KEEP;
            case "drop" -> Control.Unstoppable.DROP;
            default ->
                throw new ProblemException(Problem.of(
                        400,
                        "request.unstoppable",
                        "Not a choice",
                        "query unstoppable: found '" + word + "'; allowed are keep and drop"));
        };
    }
}
