package dev.callsheet.requestapi.inbound;

import dev.callsheet.contracts.RequestId;
import dev.callsheet.contracts.TenantId;
import dev.callsheet.requestapi.outbound.Claims;
import dev.callsheet.requestapi.outbound.RequestStore;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.Optional;

/** Looks requests up. One that is on the log but not yet heard of is known by its claim: it reads as accepted. */
@ApplicationScoped
class Desk {
    /** A claim is marked just after the answer; whoever asks in between waits so long, so often. */
    private static final Duration LOOK_AGAIN = Duration.ofMillis(100);

    private static final int LOOKS = 20;

    private final RequestStore store;
    private final Claims claims;
    private final RequestViews views;
    private final Arrivals arrivals;

    Desk(RequestStore store, Claims claims, RequestViews views, Arrivals arrivals) {
        this.store = store;
        this.claims = claims;
        this.views = views;
        this.arrivals = arrivals;
    }

    RequestView show(TenantId tenant, RequestId requestId) {
        return views.of(tenant, requestId, known(tenant, requestId));
    }

    /** @throws ProblemException if the tenant has no such request */
    RequestStore.Known known(TenantId tenant, RequestId requestId) {
        return store.known(tenant, requestId)
                .or(() -> claimed(tenant, requestId))
                .orElseThrow(ProblemException::unknownRequest);
    }

    private Optional<RequestStore.Known> claimed(TenantId tenant, RequestId requestId) {
        try (Arrivals.Waiter waiter = arrivals.waitFor(requestId)) {
            for (int look = 0; look < LOOKS; look++) {
                Optional<Boolean> sent = claims.state(tenant, requestId);
                if (sent.isEmpty()) {
                    return Optional.empty();
                }
                Optional<RequestStore.Known> known =
                        sent.get() ? Optional.of(RequestStore.Known.accepted()) : store.known(tenant, requestId);
                if (known.isPresent()) {
                    return known;
                }
                waiter.await(LOOK_AGAIN);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        return Optional.empty();
    }
}
