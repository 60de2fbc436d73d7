package dev.callsheet.i2v;

import dev.callsheet.i2v.domain.FrameProduction;
import dev.callsheet.render.domain.Scenario;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;

/** Says to the engine which production this worker is. */
final class Production {

    @Produces
    @Singleton
    Scenario scenario() {
        return new FrameProduction();
    }
}
