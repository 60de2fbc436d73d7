package dev.callsheet.bench.load;

import dev.callsheet.contracts.Decision;
import dev.callsheet.contracts.TenantId;
import dev.callsheet.routing.decision.Inquiry;
import dev.callsheet.routing.decision.Policy;
import dev.callsheet.routing.decision.Routing;
import dev.callsheet.routing.policy.PolicyFile;
import java.time.Instant;
import java.util.Optional;

/** The house's decision under the policy that comes with it. */
public final class House {
    private final TenantId tenant;
    private final Policy policy;

    public House(TenantId tenant) {
        this.tenant = tenant;
        this.policy = PolicyFile.load(Optional.empty()).of(tenant);
    }

    /** @param body a JSON document */
    public Decision decide(byte[] body) {
        return Routing.decide(Inquiry.of(tenant, body), policy, Instant.now());
    }
}
