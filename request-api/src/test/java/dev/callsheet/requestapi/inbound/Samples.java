package dev.callsheet.requestapi.inbound;

import dev.callsheet.contracts.CampaignId;
import dev.callsheet.contracts.CharacterId;
import dev.callsheet.contracts.Control;
import dev.callsheet.contracts.Decision;
import dev.callsheet.contracts.Fact;
import dev.callsheet.contracts.RequestId;
import dev.callsheet.contracts.Route;
import dev.callsheet.contracts.Ruling;
import dev.callsheet.contracts.SessionId;
import dev.callsheet.contracts.TakeId;
import dev.callsheet.contracts.TenantId;
import java.time.Instant;
import java.util.List;

/** Facts as the other services tell them. */
public final class Samples {
    private static final TenantId DEMO = new TenantId("demo");
    private static final Decision.Axis AXIS = new Decision.Axis("batch", List.of(), Decision.Origin.DEFAULT);

    private Samples() {}

    public static Fact routed(RequestId id) {
        return new Fact.RequestRouted(id, DEMO, decision(Route.I2V));
    }

    public static Fact rejected(RequestId id) {
        return new Fact.RequestRejected(id, DEMO, decision(null));
    }

    public static Fact queued(RequestId id, int attempt) {
        return new Fact.TakeQueued(id, TakeId.of(id, attempt), DEMO, attempt, "wan2.7-i2v", 500_000);
    }

    public static Fact rendering(RequestId id, int attempt) {
        return new Fact.TakeRendering(id, TakeId.of(id, attempt), DEMO, "p-" + attempt, 500_000, 20);
    }

    public static Fact split(RequestId id, List<RequestId> children) {
        return new Fact.RequestSplit(id, DEMO, children);
    }

    /** @param place null once it is with the provider */
    public static Fact forecast(
            RequestId id, int number, @org.jspecify.annotations.Nullable Integer place, long likelyMs, long latestMs) {
        return new Fact.TakeForecast(id, TakeId.of(id, 1), DEMO, number, new Fact.Forecast(place, likelyMs, latestMs));
    }

    public static Fact unsure(RequestId id) {
        return new Fact.TakeUnsure(id, TakeId.of(id, 1), DEMO, "no answer", 2);
    }

    public static Fact requeued(RequestId id, int step) {
        return new Fact.TakeRequeued(id, TakeId.of(id, 1), DEMO, "not found at the provider", step);
    }

    /** Again, after it was requeued. */
    public static Fact renderingAgain(RequestId id) {
        return new Fact.TakeRendering(id, TakeId.of(id, 1), DEMO, "p-again", 500_000, 90);
    }

    public static Fact unstoppable(RequestId id) {
        return new Fact.TakeUnstoppable(id, TakeId.of(id, 1), DEMO, "already running", Control.Unstoppable.KEEP, 4);
    }

    public static Fact takeFailed(RequestId id, long spentMicros) {
        return new Fact.TakeFailed(id, TakeId.of(id, 1), DEMO, "provider.failed", "it said no", false, spentMicros);
    }

    public static Fact takeCancelled(RequestId id, long spentMicros) {
        return new Fact.TakeCancelled(id, TakeId.of(id, 1), DEMO, spentMicros, null);
    }

    public static Fact failed(RequestId id, String code, long openMicros) {
        return new Fact.RequestFailed(id, DEMO, code, "no clip", 0, openMicros);
    }

    public static Fact cancelled(RequestId id) {
        return new Fact.RequestCancelled(id, DEMO, 0);
    }

    public static Fact finished(RequestId id) {
        return new Fact.TakeFinished(
                id, TakeId.of(id, 1), DEMO, 1, "wan2.7-i2v", clip(id), 500_000, 20, 4000, List.of());
    }

    public static Fact scored(RequestId id, String verdict) {
        return new Fact.ClipScored(
                id,
                TakeId.of(id, 1),
                DEMO,
                new Fact.Score(verdict, "distance", 0.9, 0.4, 0.604, "first", "s3://callsheet/tenant/demo/r", null));
    }

    /** With all that can be looked at, and a word on each character. */
    public static Fact scoredWithEvidence(RequestId id, String verdict) {
        String at = "s3://callsheet/tenant/demo/request/" + id + "/take/" + TakeId.of(id, 1) + "/score/";
        var evidence = new Fact.Evidence(at + "report.html", at + "frames.csv", at + "curve.svg");
        var mia = new Fact.CharacterScore("mia", verdict, "distance", 0.9, 0.4, List.of("COPY_PASTE"));
        var score = new Fact.Score(
                verdict,
                "distance",
                0.9,
                0.4,
                0.604,
                "first",
                at + "report.json",
                at + "sheet.png",
                evidence,
                List.of(mia));
        return new Fact.ClipScored(id, TakeId.of(id, 1), DEMO, score);
    }

    public static Fact held(RequestId id, String verdict) {
        return new Fact.RequestHeld(id, TakeId.of(id, 1), DEMO, verdict);
    }

    public static Fact ruled(RequestId id, Ruling.Word word, Instant at) {
        return new Fact.ClipRuled(id, TakeId.of(id, 1), DEMO, new Ruling(word, "kim", "her eyes", at), "REVIEW");
    }

    public static Fact completedWith(RequestId id, String verdict) {
        return new Fact.RequestCompleted(id, TakeId.of(id, 1), DEMO, clip(id), verdict, 1, 500_000);
    }

    public static Fact routedToR2v(RequestId id) {
        return new Fact.RequestRouted(id, DEMO, decision(Route.R2V));
    }

    public static Fact measured(String name, int version, String state, Fact.ReferenceWarning... warnings) {
        boolean ready = state.equals("READY");
        return new Fact.CharacterMeasured(
                CharacterId.of(DEMO, name),
                DEMO,
                name,
                version,
                state,
                ready ? null : "REFERENCE_INCONSISTENT",
                ready ? null : "2.jpg is somebody else",
                ready ? 2 : 0,
                List.of(warnings));
    }

    public static Fact erased(String name, int version) {
        return new Fact.CharacterErased(CharacterId.of(DEMO, name), DEMO, name, version, 3);
    }

    public static Fact campaignScored(String name, int takes, long number, int passed) {
        CampaignId id = CampaignId.of(DEMO, name);
        String at = "s3://callsheet/tenant/demo/campaign/" + id + "/";
        return new Fact.CampaignScored(
                id,
                DEMO,
                name,
                takes,
                number,
                new Fact.Consistency(takes, passed, takes - passed, 0, 0, 0, (double) passed / takes, 0.1, 0.9),
                null,
                1,
                0,
                at + "campaign.json",
                at + "sheet.png",
                at + "campaign.html");
    }

    public static Fact completed(RequestId id) {
        return new Fact.RequestCompleted(id, TakeId.of(id, 1), DEMO, clip(id), null, 1, 500_000);
    }

    public static Fact offered(RequestId id) {
        return new Fact.SessionOffered(SessionId.of(id), id, DEMO, "av");
    }

    public static Fact turn(RequestId id) {
        return new Fact.TurnEnded(SessionId.of(id), DEMO, 1, false, 200L, 500L, 900L);
    }

    public static Fact ended(RequestId id) {
        return new Fact.SessionEnded(SessionId.of(id), id, DEMO, "USER_CLOSED", 61_000, 200_000);
    }

    private static Fact.Clip clip(RequestId id) {
        String key = "s3://callsheet/tenant/demo/request/" + id + "/take/" + TakeId.of(id, 1) + "/clip.mp4";
        return new Fact.Clip(key, 1_000, 5, 1280, 720, "a".repeat(64));
    }

    private static Decision decision(@org.jspecify.annotations.Nullable Route route) {
        return new Decision(
                route,
                "13-family-by-slot",
                new Decision.Axes(AXIS, AXIS, AXIS),
                List.of("FRAME_INPUT"),
                List.of(),
                List.of(),
                List.of(),
                null,
                null,
                null,
                0.7,
                "1",
                "h",
                "h",
                1,
                List.of(),
                List.of(),
                List.of(),
                null);
    }
}
