package dev.callsheet.requestapi.inbound;

import dev.callsheet.contracts.Json;
import dev.callsheet.contracts.Problem;
import dev.callsheet.contracts.RequestId;
import dev.callsheet.contracts.TenantId;
import dev.callsheet.contracts.Violation;
import dev.callsheet.corridor.keys.KeyHolder;
import dev.callsheet.requestapi.domain.Batch;
import dev.callsheet.requestapi.domain.BatchBody;
import dev.callsheet.requestapi.domain.BatchRow;
import dev.callsheet.requestapi.domain.BodyHash;
import dev.callsheet.requestapi.domain.Plan;
import dev.callsheet.requestapi.domain.RequestDocument;
import dev.callsheet.requestapi.outbound.Batches;
import dev.callsheet.requestapi.outbound.Characters;
import dev.callsheet.routing.dialect.Dialects;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jspecify.annotations.Nullable;

/**
 * Takes catalogues. A batch is written down with all of its rows before the first is sent, so that a repeat goes on where
 * the first call ended, with the same ids, and a refused row is never forgotten.
 */
@ApplicationScoped
class BatchDesk {
    /** Rows that are under way at once: enough to fill batches, few enough not to hold up other callers' claims. */
    private static final int AT_ONCE = 500;

    private static final int RETRY_AFTER_SECONDS = 2;

    private final PolicyInUse policy;
    private final Intake intake;
    private final Limits limits;
    private final Batches batches;
    private final Characters characters;
    private final RequestDocument documents;
    private final int maxRows;
    private final Dialects dialects = Dialects.load();

    BatchDesk(
            PolicyInUse policy,
            Intake intake,
            Limits limits,
            Batches batches,
            Characters characters,
            @ConfigProperty(name = "callsheet.plan.max-bytes") long maxBytes,
            @ConfigProperty(name = "callsheet.plan.max-tokens") long maxTokens,
            @ConfigProperty(name = "callsheet.plan.max-rows") int maxRows) {
        this.policy = policy;
        this.intake = intake;
        this.limits = limits;
        this.batches = batches;
        this.characters = characters;
        this.documents = new RequestDocument(maxBytes, maxTokens);
        this.maxRows = maxRows;
    }

    /** @throws ProblemException if it has no row or too many */
    BatchBody read(BatchBody.Form form, byte[] bytes) {
        BatchBody body = BatchBody.read(form, bytes, documents);
        int found = body.rows().size();
        if (found < 1 || found > maxRows) {
            throw new ProblemException(Problem.of(
                    found < 1 ? 422 : 413,
                    "batch.rows",
                    "Not a number of rows for one batch",
                    "found " + found + " rows; allowed are 1 to " + maxRows + "."));
        }
        return body;
    }

    /** What the rows would become. Nothing is written down, nothing is sent. */
    Plan plan(KeyHolder holder, BatchBody body) {
        TenantId tenant = holder.tenant();
        return body.plan(tenant, policy.of(tenant), dialects, characters.of(tenant), Instant.now());
    }

    /**
     * Returns when every accepted row is on the log, or never will be. May block.
     *
     * @throws ProblemException if the key stands for another body, or the broker or the day's quota stopped it; the same
     *     body with the same key goes on
     */
    Batch submit(KeyHolder holder, IdempotencyKey key, BatchBody body) {
        TenantId tenant = holder.tenant();
        UUID id = Batch.idOf(tenant, key.value());
        String hash = body.hash();
        Batch known = batches.find(tenant, id).orElse(null);
        requireSame(known, hash);
        if (known != null && (known.sentAt() != null || known.cancelledAt() != null)) {
            return known;
        }
        Plan plan = plan(holder, body);
        List<Plan.Keyed> keyed = plan.keyed(id.toString());
        if (known == null) {
            List<BatchRow> rows = keyed.stream().map(row -> row(tenant, row)).toList();
            limits.requireRoom(holder, plan.totals().accepted());
            batches.open(batch(tenant, id, body, hash), rows);
            requireSame(batches.find(tenant, id).orElse(null), hash);
        }
        send(holder, id, keyed);
        batches.sent(id);
        return find(tenant, id);
    }

    Batch find(TenantId tenant, UUID id) {
        return batches.find(tenant, id).orElseThrow(BatchDesk::unknown);
    }

    /** @throws ProblemException if that is no id */
    static UUID id(String text) {
        try {
            return UUID.fromString(text);
        } catch (IllegalArgumentException e) {
            throw unknown();
        }
    }

    private static ProblemException unknown() {
        return new ProblemException(
                Problem.of(404, "batch.unknown", "No such batch", "This tenant has no batch of that id."));
    }

    private static Batch batch(TenantId tenant, UUID id, BatchBody body, String hash) {
        return new Batch(
                id,
                tenant,
                Batch.Kind.CATALOGUE,
                body.title(),
                body.campaign(),
                body.rows().size(),
                hash,
                Instant.now(),
                null,
                null);
    }

    private static BatchRow row(TenantId tenant, Plan.Keyed keyed) {
        var decision = keyed.row().decision();
        boolean accepted = decision.routed();
        return new BatchRow(
                keyed.row().number(),
                keyed.row().id().replace("\0", ""),
                accepted ? RequestId.ofKey(tenant, keyed.key()) : null,
                accepted ? List.of() : decision.conflicts(),
                decision.warnings());
    }

    /** What was accepted when the batch was written down is sent, whatever the policy says by now. */
    private void send(KeyHolder holder, UUID id, List<Plan.Keyed> keyed) {
        List<BatchRow> accepted =
                batches.rows(id).stream().filter(row -> row.requestId() != null).toList();
        int sent = 0;
        for (int from = 0; from < accepted.size(); from += AT_ONCE) {
            if (find(holder.tenant(), id).cancelledAt() != null) {
                return;
            }
            List<BatchRow> some = accepted.subList(from, Math.min(from + AT_ONCE, accepted.size()));
            List<CompletableFuture<RequestId>> underWay = new ArrayList<>();
            for (BatchRow row : some) {
                Plan.Keyed one = keyed.get(row.number() - 1);
                byte[] body = Json.write(one.row().request());
                underWay.add(
                        intake.send(holder, one.key(), BodyHash.of(one.row().request()), body));
            }
            for (int i = 0; i < some.size(); i++) {
                await(id, some.get(i), underWay.get(i), sent, accepted.size());
                sent++;
            }
        }
    }

    private void await(UUID id, BatchRow row, CompletableFuture<RequestId> underWay, int sent, int all) {
        try {
            underWay.join();
        } catch (CompletionException e) {
            if (!(e.getCause() instanceof ProblemException refused) || refused.retryAfterSeconds() != 0) {
                throw new ProblemException(
                        Problem.of(
                                503,
                                "batch.interrupted",
                                "Not all rows were sent",
                                sent + " of " + all + " rows are on the log. Send the same body with the same"
                                        + " Idempotency-Key again: it goes on, and sends nothing twice."),
                        RETRY_AFTER_SECONDS,
                        e);
            }
            Problem why = refused.problem();
            batches.refuse(id, row.number(), new Violation(why.code(), "", null, null, why.detail()));
        }
    }

    private static void requireSame(@Nullable Batch known, String hash) {
        if (known != null && !hash.equals(known.bodyHash())) {
            throw new ProblemException(Problem.of(
                    422,
                    "idempotency.other_body",
                    "This key stands for another body",
                    "header Idempotency-Key: the rows' SHA-256 was " + known.bodyHash() + ", now it is " + hash
                            + ". Send a new batch with a new key."));
        }
    }
}
