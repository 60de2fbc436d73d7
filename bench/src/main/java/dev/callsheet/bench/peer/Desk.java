package dev.callsheet.bench.peer;

import dev.callsheet.bench.load.House;
import dev.callsheet.contracts.CloudEvent;
import dev.callsheet.contracts.Decision;
import dev.callsheet.contracts.Fact;
import dev.callsheet.contracts.Json;
import dev.callsheet.contracts.RequestId;
import dev.callsheet.contracts.RequestReader;
import dev.callsheet.contracts.Route;
import dev.callsheet.contracts.TenantId;
import dev.callsheet.contracts.Topics;
import dev.callsheet.contracts.VideoRequest;
import dev.callsheet.contracts.Work;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** From a record to what goes out, as a user of Kafka's own libraries would write it. */
final class Desk {
    /** One record out. */
    record Out(String topic, byte[] value) {}

    private final RouterPeer.Doing doing;
    private final TenantId tenant;
    private final House house;

    Desk(RouterPeer peer) {
        this.doing = peer.doing();
        this.tenant = Topics.tenantOf(peer.topic()).orElseThrow();
        this.house = new House(tenant);
    }

    List<Out> route(byte[] key, byte[] body) {
        return switch (doing) {
            case COPY -> List.of(new Out(Topics.work(Route.I2V), body));
            case PARSE -> List.of(new Out(simple(body), body));
            case DECIDE -> List.of(new Out(topic(house.decide(body)), body));
            case TELL -> told(RequestId.parse(new String(key, StandardCharsets.UTF_8)), body);
        };
    }

    private static String simple(byte[] body) {
        VideoRequest request = RequestReader.read(Json.read(body)).request();
        if (request == null) {
            return Topics.FACTS;
        }
        if (request.avatar() != null) {
            return Topics.work(Route.AVATAR);
        }
        return Topics.work(
                request.media().stream().anyMatch(medium -> medium.role() == VideoRequest.Role.REFERENCE)
                        ? Route.R2V
                        : Route.I2V);
    }

    private static String topic(Decision decision) {
        return decision.route() == null ? Topics.FACTS : Topics.work(decision.route());
    }

    private List<Out> told(RequestId id, byte[] body) {
        Decision decision = house.decide(body);
        Fact fact = decision.route() == null
                ? new Fact.RequestRejected(id, tenant, decision)
                : new Fact.RequestRouted(id, tenant, decision);
        List<Out> out = new ArrayList<>();
        if (decision.route() != null) {
            out.add(new Out(
                    Topics.work(decision.route()),
                    Json.write(new Work.Assigned(id, tenant, decision, Json.read(body)))));
        }
        CloudEvent event = fact.event("/bench", Instant.now());
        out.add(new Out(Topics.FACTS, event.data()));
        return out;
    }
}
