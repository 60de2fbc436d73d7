package dev.callsheet.requestapi.domain.webhook;

import dev.callsheet.contracts.DerivedId;
import dev.callsheet.contracts.Fact;
import dev.callsheet.contracts.Json;
import dev.callsheet.requestapi.domain.Told;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;

/**
 * What an endpoint is told: thin. Ids, a code or a verdict, and the path where all of it can be read with a key; no
 * prompt, no signed address, nothing that grows.
 *
 * @param eventId the fact's own id
 * @param type as {@link EventTypes} names it
 * @param payload JSON: type, timestamp, data
 */
public record Notice(String eventId, String type, Instant at, byte[] payload) {
    /** The most bytes of a payload; the specification recommends less than 20 kB. */
    public static final int MOST_BYTES = 20_000;

    private static final int LONGEST_TEXT = 200;

    /** Of a fact that was told. */
    public static Notice of(Told told, Fact fact) {
        Map<String, Object> data = new TreeMap<>();
        data.put("id", told.eventId());
        switch (fact) {
            case Fact.OfTake take -> {
                request(data, take);
                data.put("takeId", take.takeId().toString());
            }
            case Fact.OfRequest request -> request(data, request);
            case Fact.OfSession session -> {
                data.put("sessionId", session.sessionId().toString());
                data.put("link", "/v1/sessions/" + session.sessionId());
            }
            case Fact.CharacterMeasured measured -> character(data, measured.name(), measured.version());
            case Fact.CharacterErased erased -> character(data, erased.name(), erased.version());
            case Fact.CampaignScored scored -> {
                data.put("campaign", cut(scored.campaign()));
                data.put("link", "/v1/campaigns/" + escaped(scored.campaign()));
            }
        }
        Words.of(fact).forEach((name, text) -> data.put(name, cut(text)));
        String type = EventTypes.of(told.type());
        return new Notice(told.eventId(), type, told.at(), payload(type, told.at(), data));
    }

    /** A trial of the line; each moment makes another. */
    public static Notice test(UUID webhook, Instant at) {
        String id =
                DerivedId.of("webhook test", webhook.toString(), at.toString()).toString();
        Map<String, Object> data = Map.of("id", id, "webhookId", webhook.toString(), "link", "/v1/webhooks/" + webhook);
        return new Notice(id, EventTypes.TEST, at, payload(EventTypes.TEST, at, data));
    }

    /** The delivery's id, which is the header webhook-id: one for ever for this endpoint and this fact. */
    public UUID deliveryTo(UUID webhook) {
        return DerivedId.of("webhook delivery", webhook.toString(), eventId);
    }

    private static void request(Map<String, Object> data, Fact.OfRequest fact) {
        data.put("requestId", fact.requestId().toString());
        data.put("link", "/v1/requests/" + fact.requestId());
    }

    private static void character(Map<String, Object> data, String name, int version) {
        data.put("character", cut(name));
        data.put("version", version);
        data.put("link", "/v1/characters/" + escaped(name));
    }

    private static byte[] payload(String type, Instant at, Map<String, Object> data) {
        return Json.write(new TreeMap<>(Map.of("type", type, "timestamp", at.toString(), "data", data)));
    }

    private static String cut(String text) {
        return text.length() <= LONGEST_TEXT ? text : text.substring(0, LONGEST_TEXT - 3) + "...";
    }

    private static String escaped(String name) {
        return URLEncoder.encode(cut(name), StandardCharsets.UTF_8).replace("+", "%20");
    }
}
