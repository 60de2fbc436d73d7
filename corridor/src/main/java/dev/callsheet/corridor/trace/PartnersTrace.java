package dev.callsheet.corridor.trace;

import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.SpanContext;
import io.opentelemetry.context.Context;
import io.opentelemetry.context.ContextKey;
import io.opentelemetry.context.propagation.TextMapGetter;
import io.opentelemetry.context.propagation.TextMapPropagator;
import io.opentelemetry.context.propagation.TextMapSetter;
import java.util.Collection;
import org.jspecify.annotations.Nullable;

/**
 * The trace that a caller is in, as its headers say it. It is kept as the origin of what follows, which links to it, and is
 * never continued: a caller can neither write into another's trace nor have what follows from a call not recorded.
 */
public record PartnersTrace(TextMapPropagator propagator) implements TextMapPropagator {
    private static final ContextKey<SpanContext> ORIGIN = ContextKey.named("callsheet-origin");

    /** The caller's span; invalid if it named none, or named it wrongly. */
    public static SpanContext origin(Context context) {
        SpanContext origin = context.get(ORIGIN);
        return origin == null ? SpanContext.getInvalid() : origin;
    }

    @Override
    public Collection<String> fields() {
        return propagator.fields();
    }

    @Override
    public <C> void inject(Context context, @Nullable C carrier, TextMapSetter<C> setter) {
        propagator.inject(context, carrier, setter);
    }

    @Override
    public <C> Context extract(Context context, @Nullable C carrier, TextMapGetter<C> getter) {
        SpanContext named = Span.fromContext(propagator.extract(Context.root(), carrier, getter))
                .getSpanContext();
        return named.isValid() ? context.with(ORIGIN, named) : context;
    }
}
