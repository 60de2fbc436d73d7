package dev.callsheet.requestapi.inbound;

import dev.callsheet.contracts.Json;
import dev.callsheet.contracts.Problem;
import dev.callsheet.contracts.RequestId;
import dev.callsheet.contracts.TenantId;
import dev.callsheet.corridor.keys.KeyHolder;
import dev.callsheet.requestapi.domain.BodyHash;
import dev.callsheet.requestapi.domain.Plan;
import dev.callsheet.requestapi.domain.RequestDocument;
import dev.callsheet.requestapi.outbound.Characters;
import dev.callsheet.routing.plan.Row;
import dev.callsheet.routing.plan.Rows;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Makes plans, and sends what they accept, each row once however often a plan is repeated. */
@ApplicationScoped
class PlanDesk {
    /** Rows that are under way at once: enough to fill batches, few enough not to hold up other callers' claims. */
    private static final int AT_ONCE = 500;

    private static final int RETRY_AFTER_SECONDS = 2;

    private final PolicyInUse policy;
    private final Characters characters;
    private final Intake intake;
    private final Limits limits;
    private final RequestDocument documents;
    private final int maxRows;

    PlanDesk(
            PolicyInUse policy,
            Characters characters,
            Intake intake,
            Limits limits,
            @ConfigProperty(name = "callsheet.plan.max-bytes") long maxBytes,
            @ConfigProperty(name = "callsheet.plan.max-tokens") long maxTokens,
            @ConfigProperty(name = "callsheet.plan.max-rows") int maxRows) {
        this.policy = policy;
        this.characters = characters;
        this.intake = intake;
        this.limits = limits;
        this.documents = new RequestDocument(maxBytes, maxTokens);
        this.maxRows = maxRows;
    }

    /** @throws ProblemException if it has too many rows */
    Plan plan(KeyHolder holder, byte[] body) {
        List<Row> rows = Rows.of(documents.read(body));
        if (rows.size() > maxRows) {
            throw new ProblemException(Problem.of(
                    413, "plan.rows", "Too many rows", "found " + rows.size() + " rows; allowed are " + maxRows + "."));
        }
        TenantId tenant = holder.tenant();
        return Plan.of(rows, tenant, policy.of(tenant), characters.of(tenant), Instant.now());
    }

    /**
     * Returns when every accepted row is on the log, or never will be. May block.
     *
     * @throws ProblemException if the broker or the day's quota stopped it; the same plan with the same key goes on
     */
    PlanViews.Submitted submit(KeyHolder holder, IdempotencyKey key, Plan plan) {
        List<Plan.Accepted> accepted = plan.accepted(key.value());
        limits.requireRoom(holder, accepted.size());
        List<PlanViews.Sent> sent = new ArrayList<>();
        List<PlanViews.Failed> failed = new ArrayList<>();
        for (int from = 0; from < accepted.size(); from += AT_ONCE) {
            List<Plan.Accepted> some = accepted.subList(from, Math.min(from + AT_ONCE, accepted.size()));
            List<CompletableFuture<RequestId>> underWay =
                    some.stream().map(row -> send(holder, row)).toList();
            for (int i = 0; i < some.size(); i++) {
                await(some.get(i), underWay.get(i), sent, failed, accepted.size());
            }
        }
        return new PlanViews.Submitted(plan.totals(), sent, plan.refused(), failed);
    }

    private CompletableFuture<RequestId> send(KeyHolder holder, Plan.Accepted row) {
        return intake.send(holder, row.key(), BodyHash.of(row.request()), row.body());
    }

    private static void await(
            Plan.Accepted row,
            CompletableFuture<RequestId> underWay,
            List<PlanViews.Sent> sent,
            List<PlanViews.Failed> failed,
            int all) {
        try {
            RequestId id = underWay.join();
            sent.add(new PlanViews.Sent(
                    row.number(), row.id(), id.toString(), row.key(), RequestView.Links.of(id, false)));
        } catch (CompletionException e) {
            if (e.getCause() instanceof ProblemException refused && refused.retryAfterSeconds() == 0) {
                Problem why = refused.problem();
                failed.add(new PlanViews.Failed(row.number(), row.id(), why.code(), why.detail()));
            } else {
                throw new ProblemException(
                        Problem.of(
                                503,
                                "plan.interrupted",
                                "Not all rows were sent",
                                sent.size() + " of " + all + " rows are on the log. Send the same plan with the same"
                                        + " Idempotency-Key again: it goes on, and sends nothing twice."),
                        RETRY_AFTER_SECONDS,
                        e);
            }
        }
    }

    /** As bytes, because a plan is too large to be written on an event loop. */
    static byte[] written(Object view) {
        return Json.write(view);
    }
}
