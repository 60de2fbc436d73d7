package dev.callsheet.render.inbound;

import dev.callsheet.render.RenderLine;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;

/** Starts and stops the engine with its worker. */
@ApplicationScoped
class Life {
    private final RenderLine line;

    Life(RenderLine line) {
        this.line = line;
    }

    void start(@Observes StartupEvent event) {
        line.start();
    }

    void stop(@Observes ShutdownEvent event) {
        line.stop();
    }
}
