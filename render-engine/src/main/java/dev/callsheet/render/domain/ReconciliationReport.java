package dev.callsheet.render.domain;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What one round of reconciliation saw.
 *
 * @param purses how many were held against the ledger
 * @param troubles what could not be compared, in words; it is no difference
 */
public record ReconciliationReport(
        Instant beganAt,
        Instant endedAt,
        List<OfModel> models,
        int purses,
        List<Difference> differences,
        List<String> troubles) {
    public ReconciliationReport {
        models = List.copyOf(models);
        differences = List.copyOf(differences);
        troubles = List.copyOf(troubles);
    }

    /**
     * One model.
     *
     * @param listed how many jobs the provider lists
     * @param booked how many takes of ours were held against them
     * @param asked how many jobs were asked for one by one, since the list does not show them
     * @param reachesBackTo when the oldest listed job was made; null if none is listed
     * @param cutShort whether we have older jobs than that: nothing is said about them
     * @param beyondReach how many those are
     */
    public record OfModel(
            String model,
            int listed,
            int booked,
            int asked,
            @Nullable Instant reachesBackTo,
            boolean cutShort,
            int beyondReach) {}
}
