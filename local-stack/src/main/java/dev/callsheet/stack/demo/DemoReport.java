package dev.callsheet.stack.demo;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.callsheet.contracts.Json;
import dev.callsheet.stack.door.CampaignWords;
import dev.callsheet.stack.door.CharacterWords;
import java.util.ArrayList;
import java.util.List;

/**
 * What the demo has shown.
 *
 * @param character as the front desk shows it; campaign likewise
 */
public record DemoReport(
        JsonNode character,
        List<RequestResult> requests,
        List<SessionResult> sessions,
        JsonNode campaign,
        List<String> skipped) {
    public DemoReport {
        requests = List.copyOf(requests);
        sessions = List.copyOf(sessions);
        skipped = List.copyOf(skipped);
    }

    /** Whether all of it happened. */
    public boolean ok() {
        return requests.stream().allMatch(request -> request.troubles().isEmpty())
                && sessions.stream().allMatch(session -> session.troubles().isEmpty())
                && troubles().isEmpty();
    }

    /** What is wrong with the character or the campaign; empty if nothing is. */
    List<String> troubles() {
        List<String> troubles = new ArrayList<>();
        if (!CharacterWords.isReady(character)) {
            troubles.add("character: found " + character.path("state").asText("nothing") + ", expected ready");
        }
        if (CampaignWords.arms(campaign).size() != 2) {
            troubles.add("campaign: expected a rate of the takes that name the character, and one of the others");
        }
        return troubles;
    }

    /** For people. */
    public List<String> table() {
        return new DemoTable(this).lines();
    }

    /** For a machine; null stands where there is nothing. */
    public byte[] json() {
        ObjectNode root = Json.mapper().createObjectNode();
        root.put("ok", ok());
        root.set("character", character);
        ArrayNode all = root.putArray("requests");
        requests.forEach(request -> all.add(request(request)));
        ArrayNode live = root.putArray("sessions");
        sessions.forEach(session -> live.add(session(session)));
        root.set("campaign", campaign);
        ArrayNode left = root.putArray("skipped");
        skipped.forEach(left::add);
        return (root.toPrettyString() + "\n").getBytes(java.nio.charset.StandardCharsets.UTF_8);
    }

    private static ObjectNode request(RequestResult result) {
        JsonNode seen = result.seen();
        ObjectNode node = Json.mapper().createObjectNode();
        node.put("id", result.asked().id().toString());
        node.put("scenario", result.asked().scenario());
        copy(seen, node, "door", "route", "state", "bound");
        ObjectNode clip = node.putObject("clip");
        copy(result.clip(), clip, "uri", "bytes", "seconds", "sha256");
        copy(seen, node, "verdict");
        node.put("ledgerMicros", result.ledgerMicros());
        node.put("journalMicros", result.journalMicros());
        copy(seen, node, "traceId");
        return node;
    }

    private static ObjectNode session(SessionResult result) {
        ObjectNode node = Json.mapper().createObjectNode();
        node.set("id", result.seen().path("sessionId"));
        ArrayNode turns = node.putArray("turns");
        for (JsonNode turn : result.seen().path("turns")) {
            ObjectNode one = turns.addObject();
            one.put("interrupted", turn.path("interrupted").asBoolean());
            copy(turn.path("timeline"), one, "firstFrameMs");
        }
        node.put("ledgerMicros", result.ledgerMicros());
        node.put("journalMicros", result.journalMicros());
        return node;
    }

    private static void copy(JsonNode from, ObjectNode to, String... fields) {
        for (String field : fields) {
            JsonNode value = from.path(field);
            to.set(field, value.isMissingNode() ? to.nullNode() : value);
        }
    }
}
