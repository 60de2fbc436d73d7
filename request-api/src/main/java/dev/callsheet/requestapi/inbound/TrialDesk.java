package dev.callsheet.requestapi.inbound;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import dev.callsheet.contracts.Decision;
import dev.callsheet.contracts.Problem;
import dev.callsheet.contracts.TenantId;
import dev.callsheet.contracts.Violation;
import dev.callsheet.corridor.keys.KeyHolder;
import dev.callsheet.requestapi.domain.Batch;
import dev.callsheet.requestapi.domain.BatchBody;
import dev.callsheet.requestapi.domain.Plan;
import dev.callsheet.requestapi.domain.RequestDocument;
import dev.callsheet.requestapi.domain.Trial;
import dev.callsheet.requestapi.domain.TrialAsk;
import dev.callsheet.requestapi.domain.TrialDesign;
import dev.callsheet.requestapi.domain.TrialResult;
import dev.callsheet.requestapi.outbound.Characters;
import dev.callsheet.requestapi.outbound.Trials;
import dev.callsheet.routing.plan.Row;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jspecify.annotations.Nullable;

/** Plans trials, begins those that are confirmed, and tells how they stand. */
@ApplicationScoped
class TrialDesk {
    private final Trials trials;
    private final Characters characters;
    private final BatchDesk batches;
    private final PolicyInUse policy;
    private final RequestDocument documents;
    private final int mostPairs;

    TrialDesk(
            Trials trials,
            Characters characters,
            BatchDesk batches,
            PolicyInUse policy,
            @ConfigProperty(name = "callsheet.requests.max-bytes") long maxBytes,
            @ConfigProperty(name = "callsheet.requests.max-tokens") long maxTokens,
            @ConfigProperty(name = "callsheet.plan.max-rows") int maxRows) {
        this.trials = trials;
        this.characters = characters;
        this.batches = batches;
        this.policy = policy;
        this.documents = new RequestDocument(maxBytes, maxTokens);
        this.mostPairs = maxRows / 2;
    }

    /** What came of a call: a plan, or a trial that is under way. */
    sealed interface Answer {
        record Plan(TrialViews.Planned plan) implements Answer {}

        record Begun(TrialViews.Shown trial) implements Answer {}
    }

    /** @throws ProblemException if it is no trial, or the token does not stand for this body at this price */
    Answer ask(KeyHolder holder, String campaign, byte[] body) {
        TrialAsk ask = TrialAsk.of(documents.read(body), mostPairs);
        TrialDesign design = ask.design();
        if (design == null) {
            throw invalid(ask.violations());
        }
        TenantId tenant = holder.tenant();
        UUID id = Trial.idOf(tenant, campaign, TrialAsk.hash(design));
        Trial known = trials.find(tenant, campaign, id).orElse(null);
        if (known != null && ask.confirm() != null) {
            // Begun before: a repeat goes on, whatever the price is by now.
            return begin(holder, known);
        }
        TrialViews.Planned plan = plan(tenant, campaign, design);
        if (ask.confirm() == null) {
            return new Answer.Plan(plan);
        }
        if (!ask.confirm().equals(plan.confirm())) {
            throw new ProblemException(Problem.of(
                    409,
                    "trial.confirm",
                    "The token stands for another body or price",
                    "field confirm: it is not the token of this body at "
                            + plan.cost().to()
                            + " micros of US dollars. Send the body without confirm to see the plan anew."));
        }
        var trial = new Trial(id, tenant, campaign, Batch.idOf(tenant, Trial.keyOf(id)), design, Instant.now());
        trials.open(trial);
        return begin(holder, trial);
    }

    /** @throws ProblemException if the campaign has no such trial */
    TrialViews.Shown show(TenantId tenant, String campaign, String id) {
        return trials.find(tenant, campaign, id(id)).map(this::shown).orElseThrow(TrialDesk::unknown);
    }

    private TrialViews.Shown shown(Trial trial) {
        return TrialViews.of(trial, TrialResult.of(trial.design(), trials.outcomes(trial)));
    }

    private Answer begin(KeyHolder holder, Trial trial) {
        List<Row> rows = new ArrayList<>();
        for (int pair = 1; pair <= trial.design().pairs(); pair++) {
            rows.addAll(TrialAsk.rows(trial.design(), pair));
        }
        var body = new BatchBody(
                rows, false, "trial " + trial.id(), trial.campaign(), JsonNodeFactory.instance.objectNode());
        batches.submit(holder, new IdempotencyKey(Trial.keyOf(trial.id())), body);
        return new Answer.Begun(shown(trial));
    }

    private TrialViews.Planned plan(TenantId tenant, String campaign, TrialDesign design) {
        Plan one = Plan.of(TrialAsk.rows(design, 1), tenant, policy.of(tenant), characters.of(tenant), Instant.now());
        Decision bound = one.rows().get(0).decision();
        Decision text = one.rows().get(1).decision();
        List<Violation> wrong = TrialAsk.arms(bound, text);
        if (!wrong.isEmpty()) {
            throw invalid(wrong);
        }
        int pairs = design.pairs();
        var cost = new Decision.CostMicros(
                one.totals().cost().from() * pairs, one.totals().cost().to() * pairs);
        return new TrialViews.Planned(
                campaign,
                pairs,
                2 * pairs,
                design.needed(),
                design.suffices(),
                TrialViews.Reckoned.of(design),
                arm(bound, pairs),
                arm(text, pairs),
                cost,
                TrialAsk.token(design, campaign, cost));
    }

    private static TrialViews.ArmPlan arm(Decision decision, int requests) {
        Decision.@Nullable CostMicros cost = decision.cost();
        return new TrialViews.ArmPlan(
                requests,
                cost == null ? null : new Decision.CostMicros(cost.from() * requests, cost.to() * requests),
                decision.model(),
                decision.warnings());
    }

    private static UUID id(String text) {
        try {
            return UUID.fromString(text);
        } catch (IllegalArgumentException e) {
            throw unknown();
        }
    }

    private static ProblemException unknown() {
        return new ProblemException(
                Problem.of(404, "trial.unknown", "No such trial", "This campaign has no trial of that id."));
    }

    private static ProblemException invalid(List<Violation> violations) {
        return new ProblemException(Problem.of(
                422,
                "trial.invalid",
                "The body is no trial",
                violations.size() + " fields are at fault; see errors.",
                violations));
    }
}
