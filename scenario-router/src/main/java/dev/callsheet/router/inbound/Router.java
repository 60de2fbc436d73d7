package dev.callsheet.router.inbound;

import com.fasterxml.jackson.databind.JsonNode;
import dev.callsheet.contracts.CloudEvent;
import dev.callsheet.contracts.Decision;
import dev.callsheet.contracts.DerivedId;
import dev.callsheet.contracts.Fact;
import dev.callsheet.contracts.FactTypes;
import dev.callsheet.contracts.Json;
import dev.callsheet.contracts.RequestId;
import dev.callsheet.contracts.RequestIdentity;
import dev.callsheet.contracts.Route;
import dev.callsheet.contracts.TenantId;
import dev.callsheet.contracts.Topics;
import dev.callsheet.contracts.UnreadableEvent;
import dev.callsheet.contracts.VideoRequest;
import dev.callsheet.contracts.Work;
import dev.callsheet.routing.decision.Children;
import dev.callsheet.routing.decision.Inquiry;
import dev.callsheet.routing.decision.Policy;
import dev.callsheet.routing.decision.Routing;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** From a tenant's event to what goes out: the work for one route and a fact, or a fact alone. Ids are derived. */
@ApplicationScoped
class Router {
    static final String SOURCE = "/scenario-router";

    private final Policies policies;

    Router(Policies policies) {
        this.policies = policies;
    }

    /** The policy that holds for a tenant now. */
    @FunctionalInterface
    interface Policies {
        Policy of(TenantId tenant);
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
        Inquiry inquiry = Inquiry.of(tenant, event.data());
        Decision decision = Routing.decide(inquiry, policies.of(tenant), now);
        List<CloudEvent> children = children(requestId, inquiry, decision, now);
        return new Routed(
                requestId,
                decision,
                children.isEmpty()
                        ? one(tenant, requestId, decision, event.data(), now)
                        : many(tenant, requestId, decision, children, now));
    }

    private static List<Output> one(
            TenantId tenant, RequestId requestId, Decision decision, byte[] request, Instant now) {
        byte[] decided = Json.write(decision);
        Route route = decision.route();
        return route == null
                ? List.of(fact(Fact.RequestRejected.class, tenant, requestId, decided, now))
                : List.of(
                        work(tenant, requestId, decided, route, request, now),
                        fact(Fact.RequestRouted.class, tenant, requestId, decided, now));
    }

    /** The parent is a fact alone; the work is its children's. */
    private static List<Output> many(
            TenantId tenant, RequestId requestId, Decision decision, List<CloudEvent> children, Instant now) {
        List<RequestId> ids = children.stream()
                .map(child -> RequestIdentity.of(tenant, child))
                .toList();
        Fact routed = new Fact.RequestRouted(requestId, tenant, decision, ids);
        List<Output> outputs = new ArrayList<>();
        outputs.add(new Output(Topics.FACTS, requestId.toString(), routed.event(SOURCE, now)));
        for (int i = 0; i < children.size(); i++) {
            outputs.add(new Output(Topics.requests(tenant), ids.get(i).toString(), children.get(i)));
        }
        return outputs;
    }

    /** Each child goes through the corridor like any request; its parent's name travels with it. */
    private static List<CloudEvent> children(RequestId parent, Inquiry inquiry, Decision decision, Instant now) {
        List<CloudEvent> children = new ArrayList<>();
        for (JsonNode child : Children.of(inquiry.document(), decision)) {
            String id = DerivedId.of("child", parent.toString(), Integer.toString(children.size()))
                    .toString();
            String subject = RequestId.ofEvent(inquiry.tenant(), SOURCE, id).toString();
            children.add(new CloudEvent(
                    id,
                    SOURCE,
                    VideoRequest.TYPE,
                    subject,
                    now,
                    Map.of("parentrequest", parent.toString()),
                    Json.write(child)));
        }
        return children;
    }

    private static Output fact(
            Class<? extends Fact.OfRequest> fact, TenantId tenant, RequestId requestId, byte[] decided, Instant now) {
        String aggregate = requestId.toString();
        String type = FactTypes.typeOf(fact);
        return new Output(
                Topics.FACTS,
                aggregate,
                new CloudEvent(
                        DerivedId.of("fact", aggregate, type, "").toString(),
                        SOURCE,
                        type,
                        aggregate,
                        now,
                        Map.of(),
                        AssignedBytes.fact(requestId, tenant, decided)));
    }

    private static Output work(
            TenantId tenant, RequestId requestId, byte[] decided, Route route, byte[] request, Instant now) {
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
                        AssignedBytes.work(requestId, tenant, decided, request)));
    }
}
