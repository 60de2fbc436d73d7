package dev.callsheet.twin.queue;

import dev.callsheet.twin.TwinSettings;
import dev.callsheet.twin.queue.domain.FaultBoard;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.time.Duration;

/** Makes the one board of armed faults. */
@Singleton
class FaultBoardMaker {

    private static final Duration OUTAGE = Duration.ofMinutes(10);

    /** An outage called by a prompt lasts ten minutes of provider time. */
    @Produces
    @Singleton
    FaultBoard board(TwinSettings settings) {
        return new FaultBoard(Duration.ofMillis(Math.round(OUTAGE.toMillis() / settings.timeFactor())));
    }
}
