package dev.callsheet.stack.door;

import com.fasterxml.jackson.databind.JsonNode;
import dev.callsheet.contracts.Fact;
import dev.callsheet.contracts.FactTypes;
import dev.callsheet.contracts.Json;
import dev.callsheet.contracts.VideoRequest;
import java.util.Locale;
import java.util.Objects;

/** One entry of a request's history in words. */
public final class HistoryLine {
    private static final double MICROS = 1e6;

    private HistoryLine() {}

    /** @param entry with {@code type} and {@code data}, as the front desk shows it */
    public static String of(JsonNode entry) {
        String type = entry.path("type").asText();
        Class<? extends Fact> known = FactTypes.all().get(type);
        if (known == null) {
            return type.equals(VideoRequest.TYPE) ? "asked for" : type;
        }
        return words(Json.read(Json.write(entry.path("data")), known));
    }

    /** Micros of US dollars as dollars. */
    public static String dollars(long micros) {
        return String.format(Locale.ROOT, "%.6f USD", micros / MICROS);
    }

    private static String words(Fact fact) {
        return switch (fact) {
            case Fact.RequestRouted routed ->
                "routed to " + Objects.requireNonNull(routed.decision().route()).wire() + ": "
                        + String.join(", ", routed.decision().reasons());
            case Fact.RequestRejected rejected ->
                "rejected: " + Json.text(rejected.decision().conflicts());
            case Fact.TakeQueued queued ->
                "take " + queued.attempt() + " queued for " + queued.model() + ", quoted "
                        + dollars(queued.quotedMicros());
            case Fact.TakeRendering rendering ->
                "rendering as " + rendering.providerId() + ", committed " + dollars(rendering.committedMicros());
            case Fact.TakeUnsure unsure -> "no answer to the submit (" + unsure.cause() + "); looking for it";
            case Fact.TakeWedged wedged -> "wedged after " + wedged.runningMs() / 1000 + " s; still watched";
            case Fact.TakeFinished finished ->
                "clip stored: %.1f s, %d bytes, settled %s"
                        .formatted(
                                finished.clip().seconds(), finished.clip().bytes(), dollars(finished.settledMicros()));
            case Fact.TakeFailed failed -> "take failed: " + failed.code() + ", " + failed.message();
            case Fact.TakeCancelled cancelled -> "take cancelled, spent " + dollars(cancelled.spentMicros());
            case Fact.ClipScored scored -> score(scored.score());
            case Fact.RequestCompleted completed ->
                "completed after " + completed.takes() + " take(s), settled " + dollars(completed.settledMicros());
            case Fact.RequestFailed failed -> "failed: " + failed.code() + ", " + failed.message();
            case Fact.RequestCancelled cancelled -> "cancelled, settled " + dollars(cancelled.settledMicros());
            case Fact.SessionOffered offered -> "a live session may be started: " + offered.sessionId();
            case Fact.SessionStarted started -> "live session started as " + started.providerId();
            case Fact.SessionEnded ended ->
                "live session ended (" + ended.reason() + ") after " + ended.liveMs() / 1000 + " s, settled "
                        + dollars(ended.settledMicros());
            case Fact.TurnEnded turn ->
                "turn " + turn.turn() + (turn.interrupted() ? " interrupted" : "") + ", first frame after "
                        + turn.firstFrameMs() + " ms";
        };
    }

    private static String score(Fact.Score score) {
        return "measured: " + score.verdict() + " (" + score.reason() + ")";
    }
}
