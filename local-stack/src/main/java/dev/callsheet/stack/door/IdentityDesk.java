package dev.callsheet.stack.door;

import com.fasterxml.jackson.databind.JsonNode;
import dev.callsheet.contracts.Json;
import dev.callsheet.contracts.RequestId;
import dev.callsheet.stack.StackFailure;
import dev.callsheet.stack.supervisor.Place;
import dev.callsheet.stack.supervisor.Ports;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The front desk's part of identity: characters, campaigns, and a person's word on a clip. */
public final class IdentityDesk {
    private final Web web;
    private final Ports ports;

    public IdentityDesk(Web web, Ports ports) {
        this.web = web;
        this.ports = ports;
    }

    /** Registers a character, or its next version. @return it, pending */
    public JsonNode register(byte[] character) {
        // The same body is the same version, however often it comes.
        Map<String, String> key = Map.of("Idempotency-Key", "character-" + Json.sha256(character));
        return Patience.ask(() -> web.post(at("/v1/characters"), character, key).orThrow("the character was refused"));
    }

    /**
     * Waits until the references were looked at.
     *
     * @param version of the registration; a later one will do
     * @throws StackFailure if that takes longer than the limit
     */
    public JsonNode lookedAt(String name, int version, Duration limit) {
        long end = System.nanoTime() + limit.toNanos();
        while (System.nanoTime() < end) {
            JsonNode character = character(name);
            if (character.path("version").asInt() >= version && !CharacterWords.isPending(character)) {
                return character;
            }
            Patience.rest();
        }
        throw new StackFailure("the references of " + name + " were not looked at within " + limit.toSeconds()
                + " s; look again with: ./callsheet character show " + name);
    }

    public JsonNode character(String name) {
        return Patience.ask(() -> web.get(at("/v1/characters/" + segment(name))).orThrow("character " + name));
    }

    public JsonNode characters() {
        return Patience.ask(() -> web.get(at("/v1/characters")).orThrow("the characters"));
    }

    /** Takes the consent back: all that is known of the character's identity is deleted. */
    public JsonNode withdraw(String name) {
        return Patience.ask(
                () -> web.delete(at("/v1/characters/" + segment(name))).orThrow("character " + name));
    }

    public JsonNode campaign(String name) {
        return Patience.ask(() -> web.get(at("/v1/campaigns/" + segment(name))).orThrow("campaign " + name));
    }

    /** What a trial would be and cost, or, with the plan's token in its body, the trial that has begun. */
    public JsonNode trial(String campaign, byte[] trial) {
        return Patience.ask(() -> web.post(trials(campaign), trial, Map.of()).orThrow("the trial was refused"));
    }

    /** How a trial stands. */
    public JsonNode trial(String campaign, String id) {
        return Patience.ask(() -> web.get(trials(campaign) + "/" + id).orThrow("trial " + id));
    }

    /** @param way {@code approval} or {@code rejection} */
    public JsonNode rule(
            RequestId request, String way, @Nullable Integer take, @Nullable String by, @Nullable String reason) {
        Map<String, Object> body = new LinkedHashMap<>();
        put(body, "take", take);
        put(body, "by", by);
        put(body, "reason", reason);
        return Patience.ask(() -> web.post(at("/v1/requests/" + request + "/" + way), Json.write(body), Map.of())
                .orThrow("request " + request));
    }

    private String trials(String campaign) {
        return at("/v1/campaigns/" + segment(campaign) + "/trials");
    }

    /** What a name is in an address. */
    static String segment(String name) {
        return URLEncoder.encode(name, StandardCharsets.UTF_8).replace("+", "%20");
    }

    private static void put(Map<String, Object> body, String name, @Nullable Object value) {
        if (value != null) {
            body.put(name, value);
        }
    }

    private String at(String path) {
        return ports.url(Place.REQUEST_API) + path;
    }
}
