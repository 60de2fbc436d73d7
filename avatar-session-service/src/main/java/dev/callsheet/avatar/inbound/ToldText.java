package dev.callsheet.avatar.inbound;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.callsheet.contracts.Json;
import dev.callsheet.conversation.pipeline.Told;
import dev.callsheet.conversation.turn.Input;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** What viewers are told, as messages of the line. */
final class ToldText {
    private ToldText() {}

    /** @param hello how the session stands; only asked for by {@link Told.Hello} */
    static String of(String cursor, Told told, @Nullable HelloView hello) {
        ObjectNode message = message(told, hello);
        if (!cursor.isEmpty()) {
            message.put("cursor", cursor);
        }
        return message.toString();
    }

    /** A problem of the line itself: it is told once and has no cursor. */
    static String problem(String code, String text, @Nullable String inputId) {
        ObjectNode message = typed("problem").put("code", code).put("message", text);
        return (inputId == null ? message : message.put("inputId", inputId)).toString();
    }

    private static ObjectNode message(Told told, @Nullable HelloView hello) {
        return switch (told) {
            case Told.Hello(boolean resumed) -> hello(resumed, hello);
            case Told.State(String state, String reason, Integer place) -> state(state, reason, place);
            case Told.MediaNext next ->
                typed("media.next").put("leg", next.leg()).set("media", tree(MediaView.of(next.media())));
            case Told.MediaSwitch(int leg) -> typed("media.switch").put("leg", leg);
            case Told.Closing closing ->
                typed("session.closing")
                        .put("reason", closing.reason())
                        .put("at", closing.at().toString());
            case Told.SessionEnded(String reason) -> typed("session.ended").put("reason", reason);
            case Told.TurnQueued(String inputId, int place) ->
                typed("turn.queued").put("inputId", inputId).put("place", place);
            case Told.TurnSkipped skipped -> skipped(skipped);
            case Told.TurnStarted(int turn, List<Input> inputs) -> started(turn, inputs);
            case Told.TurnToken(int turn, String text) ->
                turn("turn.token", turn).put("text", text);
            case Told.TurnSentence(int turn, int index, String text) ->
                turn("turn.sentence", turn).put("index", index).put("text", text);
            case Told.TurnSpeaking(int turn) -> turn("turn.speaking", turn);
            case Told.TurnEnded(var turn) ->
                turn("turn.ended", turn.number())
                        .put("interrupted", turn.interrupted())
                        .put("spoken", turn.spoken())
                        .set("timeline", tree(TimelineView.of(turn.timeline())));
            case Told.Hearing(boolean speech) -> typed("hearing").put("speech", speech);
            case Told.Heard(String text) -> typed("heard").put("text", text);
            case Told.VendorControl(String json) ->
                typed("vendor.control").set("payload", Json.read(json.getBytes(StandardCharsets.UTF_8)));
            case Told.Trouble(String code, String text) ->
                typed("problem").put("code", code).put("message", text);
        };
    }

    private static ObjectNode hello(boolean resumed, @Nullable HelloView hello) {
        ObjectNode message = typed("session.hello");
        if (hello != null) {
            message.setAll((ObjectNode) tree(hello));
        }
        return message.put("resumed", resumed);
    }

    private static ObjectNode state(String state, @Nullable String reason, @Nullable Integer place) {
        ObjectNode message = typed("session.state").put("state", state);
        if (reason != null) {
            message.put("reason", reason);
        }
        return place == null ? message : message.put("place", place);
    }

    private static ObjectNode skipped(Told.TurnSkipped skipped) {
        ObjectNode message =
                typed("turn.skipped").put("inputId", skipped.inputId()).put("reason", skipped.reason());
        return skipped.author() == null ? message : message.put("author", skipped.author());
    }

    private static ObjectNode started(int turn, List<Input> inputs) {
        ObjectNode message = turn("turn.started", turn);
        var list = message.putArray("inputs");
        for (Input input : inputs) {
            ObjectNode one = list.addObject()
                    .put("inputId", input.inputId())
                    .put("text", input.text())
                    .put("origin", input.origin().name().toLowerCase(Locale.ROOT));
            if (input.author() != null) {
                one.put("author", input.author());
            }
        }
        return message;
    }

    private static ObjectNode turn(String type, int turn) {
        return typed(type).put("turn", turn);
    }

    private static ObjectNode typed(String type) {
        return Json.mapper().createObjectNode().put("type", type);
    }

    private static JsonNode tree(Object view) {
        return Json.mapper().valueToTree(view);
    }
}
