package dev.callsheet.routing.policy;

import dev.callsheet.contracts.TenantId;
import dev.callsheet.routing.decision.Policy;
import java.util.Map;

/** One edition of the policy file: what holds for all, and what differs for some tenants. */
public record PolicyEdition(Policy all, Map<TenantId, Policy> tenants) {
    public PolicyEdition {
        tenants = Map.copyOf(tenants);
    }

    public Policy of(TenantId tenant) {
        return tenants.getOrDefault(tenant, all);
    }

    public String version() {
        return all.version();
    }

    public String hash() {
        return all.hash();
    }
}
