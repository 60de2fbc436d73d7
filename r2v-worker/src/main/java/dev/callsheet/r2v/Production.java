package dev.callsheet.r2v;

import dev.callsheet.r2v.domain.ReferenceProduction;
import dev.callsheet.render.domain.Scenario;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;

/** Says to the engine which production this worker is. */
final class Production {

    @Produces
    @Singleton
    Scenario scenario() {
        return new ReferenceProduction();
    }
}
