package dev.callsheet.stack.demo;

import com.fasterxml.jackson.databind.JsonNode;
import dev.callsheet.contracts.Json;
import dev.callsheet.stack.StackFailure;
import dev.callsheet.stack.door.FrontDesk;
import dev.callsheet.stack.door.LiveTalk;
import dev.callsheet.stack.door.Patience;
import dev.callsheet.stack.door.Web;
import dev.callsheet.stack.supervisor.Place;
import dev.callsheet.stack.supervisor.Ports;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/** One live session: three turns, the second of them interrupted while the avatar speaks. */
record LiveScene(FrontDesk desk, Web web, Ports ports, Consumer<String> progress) {
    private static final Duration LIMIT = Duration.ofSeconds(30);
    private static final int INTERRUPTED = 2;

    /** @param skipped is told what could not be shown */
    SessionResult play(String idempotencyKey, List<String> skipped) {
        String sessions = ports.url(Place.AVATAR_SESSION_SERVICE) + "/v1/sessions";
        Map<String, Object> wish =
                Map.of("avatarId", Screenplay.AVATAR, "persona", "a friendly host, brief answers", "maxSeconds", 120);
        JsonNode joined = web.post(sessions, Json.write(wish), Map.of("Idempotency-Key", idempotencyKey))
                .orThrow("the live session was refused");
        String id = joined.path("sessionId").asText();
        progress.accept("live session " + id + " is on");
        if (joined.path("media").path("kind").asText("none").equals("none")) {
            skipped.add("the live picture: WebRTC's native libraries are missing on this machine");
        }
        List<String> troubles = new ArrayList<>();
        try (LiveTalk talk = LiveTalk.join(web, joined.path("turns").asText())) {
            for (int turn = 1; turn <= Screenplay.TURNS.size(); turn++) {
                progress.accept(turn(talk, turn));
            }
        } catch (StackFailure e) {
            troubles.add(e.getMessage());
        }
        desk.endSession(id);
        JsonNode seen = settled(id, joined);
        long journal = 0;
        for (JsonNode leg : seen.path("legs")) {
            journal += desk.chargedMicros(leg.path("providerId").asText());
        }
        troubles.addAll(troubles(seen, journal));
        return new SessionResult(seen, journal, troubles);
    }

    /** The session once its account is closed; a provider that was away may need a moment. */
    private JsonNode settled(String id, JsonNode joined) {
        long end = System.nanoTime() + LIMIT.toNanos();
        JsonNode seen = desk.session(id).orElse(joined);
        while (!seen.path("state").asText().equals("closed") && System.nanoTime() < end) {
            Patience.rest();
            seen = desk.session(id).orElse(joined);
        }
        return seen;
    }

    private static String turn(LiveTalk talk, int turn) {
        talk.say(Screenplay.TURNS.get(turn - 1));
        if (turn == INTERRUPTED) {
            talk.await("turn.speaking", LIMIT);
            talk.interrupt();
        }
        JsonNode ended = talk.await("turn.ended", LIMIT);
        return "turn " + turn + (ended.path("interrupted").asBoolean() ? " interrupted" : "") + ", first frame after "
                + ended.path("timeline").path("firstFrameMs").asText("?") + " ms";
    }

    private static List<String> troubles(JsonNode seen, long journal) {
        List<String> troubles = new ArrayList<>();
        List<Boolean> interrupted = new ArrayList<>();
        for (JsonNode turn : seen.path("turns")) {
            interrupted.add(turn.path("interrupted").asBoolean());
            if (!turn.path("timeline").path("firstFrameMs").isNumber()) {
                troubles.add("turn " + turn.path("turn").asInt() + ": no first frame");
            }
        }
        if (!interrupted.equals(List.of(false, true, false))) {
            troubles.add("turns: interrupted were " + interrupted + ", expected the second of three");
        }
        if (!seen.path("state").asText().equals("closed")) {
            troubles.add("state: found " + seen.path("state").asText() + ", expected closed");
        }
        long ledger = seen.path("ledgerMicros").asLong();
        if (ledger != journal || ledger == 0) {
            troubles.add("cost: our ledger says " + ledger + " micros, the provider's journal " + journal);
        }
        return troubles;
    }
}
