package dev.callsheet.requestapi.inbound;

import dev.callsheet.contracts.RequestId;
import dev.callsheet.contracts.TenantId;
import dev.callsheet.requestapi.domain.Story;
import dev.callsheet.requestapi.outbound.IdempotencyRepository;
import dev.callsheet.requestapi.outbound.RequestStore;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Optional;

/** Looks requests up. One that is on the log but not yet heard of is known by its key: it reads as accepted. */
@ApplicationScoped
class Desk {
    private final RequestStore store;
    private final IdempotencyRepository keys;
    private final RequestViews views;

    Desk(RequestStore store, IdempotencyRepository keys, RequestViews views) {
        this.store = store;
        this.keys = keys;
        this.views = views;
    }

    RequestView show(TenantId tenant, RequestId requestId) {
        return views.of(tenant, requestId, story(tenant, requestId));
    }

    /** @throws ProblemException if the tenant has no such request */
    Story story(TenantId tenant, RequestId requestId) {
        Optional<Story> known = store.story(tenant, requestId);
        return known.or(() -> keys.acceptedAt(tenant, requestId).map(_ -> Story.of(List.of())))
                .orElseThrow(ProblemException::unknownRequest);
    }
}
