package dev.callsheet.stack.traces.proof;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.callsheet.contracts.CloudEvent;
import dev.callsheet.contracts.Json;
import dev.callsheet.contracts.RequestId;
import dev.callsheet.contracts.VideoRequest;
import dev.callsheet.stack.door.FrontDesk;
import dev.callsheet.stack.door.KafkaDoor;
import java.time.Instant;
import java.util.Map;

/**
 * Requests of every kind, by both doors: stills that are set in motion, with and without trouble at the provider; a
 * character that nobody named, whose clip fails and is taken again; what is refused; a live avatar. Some partners name a
 * trace of their own that asks not to be recorded, some name one that is none.
 *
 * @param run tells the requests of one run from those of another
 */
record Mix(FrontDesk desk, KafkaDoor kafka, String run) {
    private static final String STILL = "s3://callsheet/tenant/demo/media/first-frame.jpg";
    private static final String UNWILLING = "00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-00";
    private static final String POISON = "00-zzz-'; drop table-01";
    /** With this one and its prompt the twin shows somebody else at the first take. */
    private static final int DRIFTS = 7103;

    private static final int KINDS = 20;

    /** Hands one in. @param number from 0; the kinds come in turn */
    RequestId ask(int number) {
        return switch (number % KINDS) {
            case 0 -> rest(number, drifting());
            case 1, 11 -> rest(number, refused());
            case 2, 12 -> kafka(number, refused(), UNWILLING);
            case 3, 13 -> rest(number, avatar());
            case 4, 14 -> kafka(number, avatar(), POISON);
            case 5, 15 -> rest(number, still("[[fault:throttled-job]] slow zoom " + number));
            case 6, 16 -> rest(number, still("[[fault:lost-answer]] slow zoom " + number));
            case 7, 8, 17 -> kafka(number, still("slow zoom"), UNWILLING);
            case 9, 18 -> kafka(number, still("slow zoom"), POISON);
            default -> rest(number, still("slow zoom"));
        };
    }

    private RequestId rest(int number, ObjectNode request) {
        return desk.submit("traces-" + run + "-" + number, Json.write(request));
    }

    private RequestId kafka(int number, ObjectNode request, String traceparent) {
        CloudEvent event = new CloudEvent(
                run + "-" + number, "/traces", VideoRequest.TYPE, null, Instant.now(), Map.of(), Json.write(request));
        return kafka.send(event, traceparent);
    }

    private static ObjectNode still(String prompt) {
        ObjectNode request = file(prompt, 2);
        medium(request, "firstFrame", STILL);
        return request;
    }

    private static ObjectNode drifting() {
        ObjectNode request = file("a woman waits for a tram in the rain", 2);
        medium(request, "reference", "s3://callsheet/tenant/demo/media/mia-1.jpg")
                .put("character", "mia")
                .put("kind", "human");
        request.put("maxTakes", 2).put("seed", DRIFTS);
        request.putObject("consent").put("subject", "mia").putArray("scope").add("face");
        return request;
    }

    private static ObjectNode refused() {
        return Json.mapper().createObjectNode().put("prompt", "a lion in the desert");
    }

    private static ObjectNode avatar() {
        ObjectNode request = Json.mapper().createObjectNode().put("prompt", "Answers questions on oak tables.");
        request.putObject("latency").put("responseMs", 2000);
        request.putObject("avatar").put("id", "4f6d1c38-2b8e-5f0a-9d57-1c2e3a4b5d6f");
        request.putObject("output").put("kind", "stream");
        return request;
    }

    private static ObjectNode file(String prompt, int seconds) {
        ObjectNode request = Json.mapper().createObjectNode().put("prompt", prompt);
        request.putObject("output")
                .put("kind", "file")
                .put("resolution", "720P")
                .put("seconds", seconds);
        return request;
    }

    private static ObjectNode medium(ObjectNode request, String role, String address) {
        ArrayNode media = request.withArray("media");
        return media.addObject().put("role", role).put("type", "image").put("uri", address);
    }
}
