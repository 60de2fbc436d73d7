package dev.callsheet.avatar.live.recorder;

import dev.callsheet.avatar.domain.SessionOrder;
import dev.callsheet.conversation.turn.TurnRecord;
import dev.callsheet.corridor.Traces;
import dev.callsheet.corridor.trace.Room;
import dev.callsheet.corridor.trace.TraceNames;
import io.opentelemetry.api.OpenTelemetry;
import io.opentelemetry.api.common.AttributeKey;
import io.opentelemetry.api.common.Attributes;
import io.opentelemetry.api.metrics.DoubleHistogram;
import io.opentelemetry.api.metrics.LongCounter;
import io.opentelemetry.api.metrics.Meter;
import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.Tracer;
import io.opentelemetry.context.Context;
import io.quarkus.runtime.Startup;
import jakarta.inject.Singleton;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Writes down each turn that is over: a span with one child for each stage, in the trace of its session, a histogram of
 * seconds for each stage, and whether the promise was kept. Holds no words.
 */
@Singleton
@Startup
public class FlightRecorder {
    private static final AttributeKey<String> STAGE = AttributeKey.stringKey("stage");
    private static final AttributeKey<Boolean> KEPT = AttributeKey.booleanKey("kept");
    private static final AttributeKey<String> OUTCOME = AttributeKey.stringKey("outcome");
    private static final double MILLIS = 1000.0;
    /** Around the promise of 1 to 3 seconds, and wide enough to show what broke it. */
    private static final List<Double> SECONDS =
            List.of(0.01, 0.025, 0.05, 0.1, 0.2, 0.35, 0.5, 0.75, 1.0, 1.5, 2.0, 2.5, 3.0, 4.0, 6.0, 10.0);

    private final Tracer tracer;
    private final DoubleHistogram stages;
    private final DoubleHistogram firstFrame;
    private final LongCounter promises;
    private final LongCounter turns;
    private final Promise promise;

    FlightRecorder(OpenTelemetry openTelemetry, Promise promise) {
        this.tracer = TraceNames.tracer(openTelemetry);
        this.promise = promise;
        Meter meter = openTelemetry.getMeter("callsheet");
        this.stages = seconds(meter, "callsheet.turn.stage", "One stage of the wait for an answer");
        this.firstFrame =
                seconds(meter, "callsheet.turn.first_frame", "From the end of a person's input to the avatar speaking");
        this.promises = meter.counterBuilder("callsheet.turn.promise")
                .setUnit("{turn}")
                .setDescription("Turns by whether the avatar spoke in the promised time")
                .build();
        this.turns = meter.counterBuilder("callsheet.turns")
                .setUnit("{turn}")
                .setDescription("Turns that are over, by how they ended")
                .build();
        // A line that begins with its first event would not show it as a rise.
        List.of("done", "interrupted").forEach(outcome -> turns.add(0, Attributes.of(OUTCOME, outcome)));
        List.of(true, false).forEach(kept -> promises.add(0, Attributes.of(KEPT, kept)));
    }

    /** @param parent the trace that the session belongs to; null for none @param within runs inside of the span */
    public void ended(SessionOrder order, @Nullable String parent, TurnRecord turn, Runnable within) {
        var line = turn.timeline();
        Span span = tracer.spanBuilder("turn")
                .setParent(parent == null ? Context.root() : Traces.from(parent))
                .setStartTimestamp(line.endOfInput())
                .setAttribute(TraceNames.ROOM, Room.TURN.word())
                .setAttribute(TraceNames.SESSION, order.sessionId().toString())
                .setAttribute(TraceNames.GEN_AI_OPERATION, "chat")
                .setAttribute(TraceNames.GEN_AI_CONVERSATION, order.sessionId().toString())
                .setAttribute("callsheet.turn", turn.number())
                .setAttribute("callsheet.interrupted", turn.interrupted())
                .startSpan();
        try (var _ = span.makeCurrent()) {
            Stage.parts(line).forEach(this::stage);
            count(turn);
            within.run();
        } finally {
            span.end(turn.endedAt());
        }
    }

    private void stage(Stage.Part part) {
        tracer.spanBuilder("turn " + part.stage().label())
                .setStartTimestamp(part.from())
                .setAttribute(TraceNames.ROOM, Room.TURN.word())
                .startSpan()
                .end(part.to());
        stages.record(
                part.length().toMillis() / MILLIS,
                Attributes.of(STAGE, part.stage().label()));
    }

    private void count(TurnRecord turn) {
        var line = turn.timeline();
        turns.add(1, Attributes.of(OUTCOME, turn.interrupted() ? "interrupted" : "done"));
        promises.add(1, Attributes.of(KEPT, promise.kept(line, turn.endedAt())));
        Long shown = line.since(line.firstFrame());
        if (shown != null) {
            firstFrame.record(shown / MILLIS);
        }
    }

    private static DoubleHistogram seconds(Meter meter, String name, String description) {
        return meter.histogramBuilder(name)
                .setUnit("s")
                .setDescription(description)
                .setExplicitBucketBoundariesAdvice(SECONDS)
                .build();
    }
}
