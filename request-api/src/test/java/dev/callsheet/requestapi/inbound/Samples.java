package dev.callsheet.requestapi.inbound;

import dev.callsheet.contracts.Control;
import dev.callsheet.contracts.Decision;
import dev.callsheet.contracts.Fact;
import dev.callsheet.contracts.RequestId;
import dev.callsheet.contracts.Route;
import dev.callsheet.contracts.SessionId;
import dev.callsheet.contracts.TakeId;
import dev.callsheet.contracts.TenantId;
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
