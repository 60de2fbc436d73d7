package dev.callsheet.requestapi.domain;

import dev.callsheet.contracts.DerivedId;
import dev.callsheet.contracts.TenantId;
import java.time.Instant;
import java.util.UUID;

/**
 * A comparison of two arms that was confirmed.
 *
 * @param batchId the batch whose rows are its requests: for each pair the bound one, then the other
 */
public record Trial(UUID id, TenantId tenant, String campaign, UUID batchId, TrialDesign design, Instant createdAt) {

    /** The same design in the same campaign is the same trial, however often it is asked for. */
    public static UUID idOf(TenantId tenant, String campaign, String designHash) {
        return DerivedId.of("trial", tenant.value(), campaign, designHash);
    }

    /** The key of its batch. */
    public static String keyOf(UUID id) {
        return "trial-" + id;
    }
}
