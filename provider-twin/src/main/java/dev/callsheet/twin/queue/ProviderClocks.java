package dev.callsheet.twin.queue;

import dev.callsheet.twin.TwinSettings;
import dev.callsheet.twin.queue.domain.HourlyLimit;
import dev.callsheet.twin.queue.domain.fault.FaultBoard;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.time.Duration;

/** Makes what knows provider time but no settings. */
@Singleton
class ProviderClocks {

    private static final Duration OUTAGE = Duration.ofMinutes(10);
    private static final Duration HOUR = Duration.ofHours(1);

    /** An outage called by a prompt lasts ten minutes of provider time. */
    @Produces
    @Singleton
    FaultBoard board(TwinSettings settings) {
        return new FaultBoard(onTheClock(OUTAGE, settings));
    }

    /** The provider's hour is shorter by the time factor. */
    @Produces
    @Singleton
    HourlyLimit hourlyLimit(TwinSettings settings) {
        return new HourlyLimit(settings.gmi().hourlyLimit(), onTheClock(HOUR, settings));
    }

    private static Duration onTheClock(Duration provider, TwinSettings settings) {
        return Duration.ofMillis(Math.round(provider.toMillis() / settings.timeFactor()));
    }
}
