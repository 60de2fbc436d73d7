package dev.callsheet.twin.live;

import dev.callsheet.twin.live.media.MediaEngine;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Readiness;

/** Says whether sessions have a picture. Always up: without media everything else still works. */
@Readiness
public class LiveMediaCheck implements HealthCheck {
    private final MediaEngine media;

    LiveMediaCheck(MediaEngine media) {
        this.media = media;
    }

    @Override
    public HealthCheckResponse call() {
        return HealthCheckResponse.named("live media")
                .up()
                .withData("media", media.missing().isEmpty() ? "webrtc" : "absent")
                .withData("reason", media.missing().orElse(""))
                .build();
    }
}
