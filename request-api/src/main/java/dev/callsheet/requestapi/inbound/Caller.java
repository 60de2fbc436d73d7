package dev.callsheet.requestapi.inbound;

import dev.callsheet.contracts.TenantId;
import io.quarkus.vertx.http.runtime.CurrentVertxRequest;
import jakarta.enterprise.context.ApplicationScoped;

/** Who makes this call: the one whom {@link Gate} has let in. */
@ApplicationScoped
public class Caller {
    private final CurrentVertxRequest current;

    Caller(CurrentVertxRequest current) {
        this.current = current;
    }

    /** The tenant of the call's API key. */
    public TenantId tenant() {
        return Gate.holder(current.getCurrent()).tenant();
    }
}
