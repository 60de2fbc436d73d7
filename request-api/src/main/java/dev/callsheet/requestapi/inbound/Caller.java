package dev.callsheet.requestapi.inbound;

import dev.callsheet.contracts.TenantId;
import jakarta.enterprise.context.RequestScoped;
import org.jspecify.annotations.Nullable;

/** Who makes this call. */
@RequestScoped
class Caller {
    private @Nullable TenantId tenant;

    void is(TenantId known) {
        tenant = known;
    }

    /** The tenant of the call's API key. */
    TenantId tenant() {
        if (tenant == null) {
            throw new IllegalStateException("no API key was checked on this path");
        }
        return tenant;
    }
}
