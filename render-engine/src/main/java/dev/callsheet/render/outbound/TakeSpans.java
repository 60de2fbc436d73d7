package dev.callsheet.render.outbound;

import dev.callsheet.corridor.Traces;
import dev.callsheet.corridor.trace.ChosenIds;
import dev.callsheet.corridor.trace.RequestTrace;
import dev.callsheet.corridor.trace.Room;
import dev.callsheet.corridor.trace.TraceNames;
import dev.callsheet.render.domain.Take;
import dev.callsheet.render.domain.TakeState;
import dev.callsheet.render.outbound.Takes.Stored;
import io.opentelemetry.api.common.Attributes;
import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.SpanBuilder;
import io.opentelemetry.api.trace.SpanKind;
import io.opentelemetry.api.trace.StatusCode;
import io.opentelemetry.api.trace.Tracer;
import io.opentelemetry.context.Context;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Shows each take that ends in its request's trace: a span with every change as an event, and below it one for each state
 * that it was in. All of it is read from the table of steps, so that neither a worker's death nor a restart leaves a gap.
 */
final class TakeSpans {
    private static final String STEPS =
            "select take_id, state, at from steps where take_id = any (?::text[]::uuid[]) order by take_id, step";

    private final Tracer tracer;

    TakeSpans(Tracer tracer) {
        this.tracer = tracer;
    }

    /** A state that a take came into. */
    private record Step(UUID take, String state, Instant at) {}

    /** Shows those of these changes that have ended their takes, inside of their transaction. */
    void show(Connection connection, List<Stored> moved) throws SQLException {
        Map<UUID, Stored> ended = new LinkedHashMap<>();
        for (Stored stored : moved) {
            Take take = stored.take();
            if (take.state().ended() && take.traceparent() != null) {
                ended.put(take.id().value(), stored);
            }
        }
        if (ended.isEmpty()) {
            return;
        }
        Map<UUID, List<Step>> steps = new LinkedHashMap<>();
        Sql.list(
                        connection,
                        STEPS,
                        row -> new Step(
                                row.getObject("take_id", UUID.class), row.getString("state"), TakeRow.time(row, "at")),
                        (Object) ended.keySet().stream().map(UUID::toString).toArray(String[]::new))
                .forEach(step -> steps.computeIfAbsent(step.take(), _ -> new ArrayList<>())
                        .add(step));
        steps.forEach((id, own) -> show(ended.get(id), own));
    }

    private void show(Stored stored, List<Step> steps) {
        Take take = stored.take();
        RequestTrace trace = RequestTrace.ofTraceparent(take.traceparent());
        if (trace == null) {
            return;
        }
        Span span = ChosenIds.start(head(stored, trace, steps.getFirst().at()), trace.take(take.id()));
        steps.forEach(step -> span.addEvent(step.state(), step.at()));
        if (take.state() instanceof TakeState.Failed(var code, var _, var _, var _)) {
            span.setAttribute(TraceNames.ERROR_TYPE, code);
            span.setStatus(StatusCode.ERROR, code);
        }
        stages(take, trace, steps);
        span.end(steps.getLast().at());
    }

    private SpanBuilder head(Stored stored, RequestTrace trace, Instant began) {
        Take take = stored.take();
        SpanBuilder head = tracer.spanBuilder("generate_content " + take.model())
                .setParent(trace.below(Traces.parse(take.traceparent())))
                .setSpanKind(SpanKind.CLIENT)
                .setStartTimestamp(began)
                .setAttribute(TraceNames.ROOM, Room.TAKE.word())
                .setAttribute(TraceNames.REQUEST, take.requestId().toString())
                .setAttribute(TraceNames.TAKE, take.id().toString())
                .setAttribute(TraceNames.ATTEMPT, (long) take.attempt())
                .setAttribute(TraceNames.TENANT, take.tenant().value())
                .setAttribute(TraceNames.OUTCOME, take.state().word())
                .setAttribute(TraceNames.GEN_AI_OPERATION, "generate_content")
                .setAttribute(TraceNames.GEN_AI_PROVIDER, "gmi")
                .setAttribute(TraceNames.GEN_AI_MODEL, take.model())
                .setAttribute(TraceNames.GEN_AI_OUTPUT, "video");
        String job = job(stored.change().take().state());
        return job == null ? head : head.setAttribute(TraceNames.GEN_AI_RESPONSE, job);
    }

    private static @Nullable String job(TakeState before) {
        return switch (before) {
            case TakeState.Rendering(var render, var _) -> render.providerId();
            case TakeState.Wedged(var render) -> render.providerId();
            case TakeState.Fetching(var render, var _, var _) -> render.providerId();
            case TakeState.Queued _,
                    TakeState.Submitting _,
                    TakeState.Unsure _,
                    TakeState.Finished _,
                    TakeState.Failed _,
                    TakeState.Cancelled _ -> null;
        };
    }

    /** Steps that stay in one state are one stage. The first stage of a state has the id that its calls name already. */
    private void stages(Take take, RequestTrace trace, List<Step> steps) {
        Context parent = RequestTrace.within(trace.take(take.id()));
        Set<String> seen = new HashSet<>();
        int from = 0;
        for (int to = 1; to < steps.size(); to++) {
            Step first = steps.get(from);
            if (!steps.get(to).state().equals(first.state())) {
                SpanBuilder stage = stage(take, first).setParent(parent);
                Span span = seen.add(first.state())
                        ? ChosenIds.start(stage, trace.stage(take.id(), first.state()))
                        : stage.startSpan();
                for (Step again : steps.subList(from + 1, to)) {
                    span.addEvent("again", Attributes.empty(), again.at());
                }
                span.end(steps.get(to).at());
                from = to;
            }
        }
    }

    private SpanBuilder stage(Take take, Step began) {
        SpanBuilder named = switch (began.state()) {
            case "queued" -> tracer.spanBuilder("queue").setAttribute(TraceNames.ROOM, Room.QUEUE.word());
            case "submitting" -> tracer.spanBuilder("submit").setAttribute(TraceNames.ROOM, Room.SUBMIT.word());
            case "unsure" -> tracer.spanBuilder("reconcile").setAttribute(TraceNames.ROOM, Room.SUBMIT.word());
            case "fetching" -> tracer.spanBuilder("fetch and store").setAttribute(TraceNames.ROOM, Room.FETCH.word());
            case "wedged" -> tracer.spanBuilder("wedged").setAttribute(TraceNames.ROOM, Room.RENDER.word());
            default -> tracer.spanBuilder("render").setAttribute(TraceNames.ROOM, Room.RENDER.word());
        };
        return named.setStartTimestamp(began.at())
                .setAttribute(TraceNames.TAKE, take.id().toString())
                .setAttribute(TraceNames.ATTEMPT, (long) take.attempt());
    }
}
