package dev.callsheet.corridor.trace;

import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.SpanBuilder;
import io.opentelemetry.api.trace.SpanContext;
import io.opentelemetry.sdk.trace.IdGenerator;
import io.quarkus.arc.Unremovable;
import jakarta.inject.Singleton;

/** Gives spans random ids, as is usual; those that {@link #start} begins have the ids that were chosen for them. */
@Singleton
@Unremovable
public final class ChosenIds implements IdGenerator {
    private static final ScopedValue<SpanContext> CHOSEN = ScopedValue.newInstance();

    private final IdGenerator others = IdGenerator.random();

    /** Starts a span with the ids of this context; its trace is the parent's, or this context's if it has no parent. */
    public static Span start(SpanBuilder span, SpanContext chosen) {
        return ScopedValue.where(CHOSEN, chosen).call(span::startSpan);
    }

    @Override
    public String generateSpanId() {
        return CHOSEN.isBound() ? CHOSEN.get().getSpanId() : others.generateSpanId();
    }

    @Override
    public String generateTraceId() {
        return CHOSEN.isBound() ? CHOSEN.get().getTraceId() : others.generateTraceId();
    }
}
