package dev.callsheet.router.inbound;

import dev.callsheet.contracts.CloudEvent;
import dev.callsheet.contracts.Decision;
import dev.callsheet.contracts.DerivedId;
import dev.callsheet.contracts.Fact;
import dev.callsheet.contracts.RequestId;
import dev.callsheet.contracts.RequestIdentity;
import dev.callsheet.contracts.Route;
import dev.callsheet.contracts.TenantId;
import dev.callsheet.contracts.Topics;
import dev.callsheet.contracts.UnreadableEvent;
import dev.callsheet.contracts.VideoRequest;
import dev.callsheet.contracts.Work;
import dev.callsheet.routing.decision.Inquiry;
import dev.callsheet.routing.decision.Policy;
import dev.callsheet.routing.decision.Routing;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.List;
import java.util.Map;

/** From a tenant's event to what goes out: the work for one route and a fact, or a fact alone. Ids are derived. */
@ApplicationScoped
class Router {
    static final String SOURCE = "/scenario-router";

    private final Policy policy;

    Router(Policy policy) {
        this.policy = policy;
    }

    /** One event on its way out. */
    record Output(String topic, String key, CloudEvent event) {}

    /** What a request became. */
    record Routed(RequestId requestId, Decision decision, List<Output> outputs) {}

    /** @throws UnreadableEvent if the event is no request at all */
    Routed route(TenantId tenant, CloudEvent event, Instant now) {
        if (!VideoRequest.TYPE.equals(event.type())) {
            throw new UnreadableEvent(
                    "event.type",
                    "attribute 'type': found '" + event.type() + "'; allowed is '" + VideoRequest.TYPE + "'");
        }
        RequestId requestId = RequestIdentity.of(tenant, event);
        Decision decision = Routing.decide(Inquiry.of(tenant, event.data()), policy, now);
        Route route = decision.route();
        return new Routed(
                requestId,
                decision,
                route == null
                        ? List.of(fact(new Fact.RequestRejected(requestId, tenant, decision), now))
                        : List.of(
                                work(tenant, requestId, decision, route, event.data(), now),
                                fact(new Fact.RequestRouted(requestId, tenant, decision), now)));
    }

    private static Output fact(Fact fact, Instant now) {
        return new Output(Topics.FACTS, fact.aggregate().toString(), fact.event(SOURCE, now));
    }

    private static Output work(
            TenantId tenant, RequestId requestId, Decision decision, Route route, byte[] request, Instant now) {
        String id = DerivedId.of("work", requestId.toString(), route.wire()).toString();
        return new Output(
                Topics.work(route),
                requestId.toString(),
                new CloudEvent(
                        id,
                        SOURCE,
                        Work.Assigned.TYPE,
                        requestId.toString(),
                        now,
                        Map.of(),
                        AssignedBytes.of(requestId, tenant, decision, request)));
    }
}
