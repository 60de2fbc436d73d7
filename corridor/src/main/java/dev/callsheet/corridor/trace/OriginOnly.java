package dev.callsheet.corridor.trace;

import io.opentelemetry.context.propagation.TextMapPropagator;
import io.quarkus.arc.Unremovable;
import io.quarkus.opentelemetry.runtime.propagation.TextMapPropagatorCustomizer;
import jakarta.inject.Singleton;

/** Has every door read a caller's headers as {@link PartnersTrace} does. */
@Singleton
@Unremovable
final class OriginOnly implements TextMapPropagatorCustomizer {
    @Override
    public TextMapPropagator customize(Context configured) {
        return new PartnersTrace(configured.propagator());
    }
}
