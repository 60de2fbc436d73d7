package dev.callsheet.routing.decision;

import dev.callsheet.contracts.Route;
import dev.callsheet.contracts.VideoRequest.Batch;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;

/** What may be done about a deadline: more time, a wish instead of a demand, fewer clips. */
final class TimeRemedies {
    private TimeRemedies() {}

    static List<Draft> of(Question q, Draft draft) {
        List<Draft> drafts = new ArrayList<>();
        Policy.Render render =
                q.slots().references().isEmpty() ? q.policy().i2v() : q.policy().r2v();
        Route route = q.slots().references().isEmpty() ? Route.I2V : Route.R2V;
        long needed = Estimate.eta(q, route).map(eta -> eta.to()).orElse(0L);
        if (q.request().latency() != null && q.request().latency().responseMs() != null) {
            drafts.add(draft.without("/latency/responseMs"));
        }
        if (q.secondsLeft().isPresent()) {
            drafts.add(draft.set(
                    "/latency/deadline",
                    q.now()
                            .plusSeconds(needed + 1)
                            .truncatedTo(ChronoUnit.SECONDS)
                            .toString()));
        }
        if (q.hard()) {
            drafts.add(draft.set("/latency/hard", false));
        }
        fewer(q, draft, render, drafts);
        return drafts;
    }

    private static void fewer(Question q, Draft draft, Policy.Render render, List<Draft> drafts) {
        long left = q.secondsLeft().orElse(0L);
        long inTime = (long) (left / FanOut.typicalSeconds(q, render)) * FanOut.concurrency(q, render);
        Batch batch = q.request().batch();
        if (batch != null && inTime > 0) {
            drafts.add(draft.set("/batch/count", Math.min(inTime, batch.count())));
        }
    }
}
