package dev.callsheet.stack.door;

import com.fasterxml.jackson.databind.JsonNode;
import dev.callsheet.contracts.Control;
import dev.callsheet.contracts.Fact;
import dev.callsheet.contracts.FactTypes;
import dev.callsheet.contracts.Json;
import dev.callsheet.contracts.VideoRequest;
import java.util.Locale;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

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
            case Fact.RequestSplit split ->
                "the folder has become " + split.children().size() + " requests, one for each picture";
            case Fact.TakeQueued queued ->
                "take " + queued.attempt() + " queued for " + queued.model() + ", quoted "
                        + dollars(queued.quotedMicros()) + when(queued.forecast());
            case Fact.TakeForecast moved -> "the line has moved on" + when(moved.forecast());
            case Fact.TakeRequeued requeued -> "waits again, nothing is spent (" + requeued.cause() + ")";
            case Fact.TakeRendering rendering ->
                "rendering as " + rendering.providerId() + ", committed " + dollars(rendering.committedMicros())
                        + when(rendering.forecast());
            case Fact.TakeUnstoppable going ->
                "cannot be stopped (" + going.answer() + "): it will be paid, its clip "
                        + (going.then() == Control.Unstoppable.KEEP ? "kept" : "dropped");
            case Fact.TakeUnsure unsure -> "no answer to the submit (" + unsure.cause() + "); looking for it";
            case Fact.TakeWedged wedged -> "wedged after " + wedged.runningMs() / 1000 + " s; still watched";
            case Fact.TakeFinished finished ->
                "clip stored: %.1f s, %d bytes, settled %s"
                        .formatted(
                                finished.clip().seconds(), finished.clip().bytes(), dollars(finished.settledMicros()));
            case Fact.TakeFailed failed ->
                "take failed: " + failed.code() + ", " + failed.message() + spent(failed.spentMicros());
            case Fact.TakeCancelled cancelled ->
                "take cancelled, spent " + dollars(cancelled.spentMicros())
                        + (cancelled.answer() == null ? "" : " (the provider said: " + cancelled.answer() + ")");
            case Fact.ClipScored scored -> IdentityWords.of(scored.score());
            case Fact.ClipRuled ruled -> IdentityWords.of(ruled);
            case Fact.RequestHeld held -> IdentityWords.of(held);
            case Fact.CharacterMeasured measured -> IdentityWords.of(measured);
            case Fact.CharacterErased erased -> IdentityWords.of(erased);
            case Fact.CampaignScored scored -> IdentityWords.of(scored);
            case Fact.RequestCompleted completed ->
                "completed after " + completed.takes() + " take(s)" + IdentityWords.decided(completed.ruling())
                        + ", settled " + dollars(completed.settledMicros());
            case Fact.RequestFailed failed ->
                "failed: " + failed.code() + ", " + failed.message() + ", settled " + dollars(failed.settledMicros())
                        + open(failed.openMicros());
            case Fact.RequestCancelled cancelled -> "cancelled, settled " + dollars(cancelled.settledMicros());
            case Fact.SessionOffered offered -> "a live session may be started: " + offered.sessionId();
            case Fact.SessionWaiting waiting ->
                "live session waits for a seat" + (waiting.place() == null ? "" : ", place " + waiting.place());
            case Fact.SessionStarted started -> "live session started as " + started.providerId();
            case Fact.SessionRotated rotated ->
                "live session goes on as " + rotated.providerId() + " (" + rotated.reason() + ")"
                        + (rotated.gapMs() == null ? "" : ", gap " + rotated.gapMs() + " ms");
            case Fact.SessionPaused paused ->
                "live session paused" + (paused.reason() == null ? "" : " (" + paused.reason() + ")");
            case Fact.SessionResumed resumed -> "live session runs again as " + resumed.providerId();
            case Fact.SessionEnded ended ->
                "live session ended (" + ended.reason() + ") after " + ended.liveMs() / 1000 + " s, settled "
                        + dollars(ended.settledMicros());
            case Fact.TurnSkipped skipped -> "words " + skipped.inputId() + " not answered (" + skipped.reason() + ")";
            case Fact.TurnEnded turn ->
                "turn " + turn.turn() + (turn.interrupted() ? " interrupted" : "") + ", first frame after "
                        + turn.firstFrameMs() + " ms";
        };
    }

    private static String when(Fact.@Nullable Forecast forecast) {
        if (forecast == null) {
            return "";
        }
        return (forecast.place() == null ? "" : ", " + forecast.place() + " before it")
                + ", ends likely in " + Spoken.time(forecast.likelyMs()) + ", at the latest in "
                + Spoken.time(forecast.latestMs());
    }

    private static String spent(@Nullable Long micros) {
        return micros == null || micros == 0 ? "" : ", spent " + dollars(micros);
    }

    /** A render that has not ended may still be paid, and its clip comes late. */
    private static String open(@Nullable Long micros) {
        return micros == null || micros == 0 ? "" : "; a render of " + dollars(micros) + " has not ended";
    }
}
