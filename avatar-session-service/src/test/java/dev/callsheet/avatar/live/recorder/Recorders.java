package dev.callsheet.avatar.live.recorder;

import io.opentelemetry.api.OpenTelemetry;
import java.time.Duration;

/** Flight recorders for tests. */
public final class Recorders {
    private Recorders() {}

    /** Writes nowhere. */
    public static FlightRecorder silent() {
        return new FlightRecorder(OpenTelemetry.noop(), () -> Duration.ofSeconds(3));
    }
}
