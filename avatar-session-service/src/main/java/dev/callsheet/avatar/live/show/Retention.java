package dev.callsheet.avatar.live.show;

import dev.callsheet.conversation.plan.Keepsakes;
import jakarta.inject.Singleton;
import java.time.Clock;
import org.jboss.logging.Logger;

/** Deletes words and recordings whose time is over. Any process may; a repeat does no harm. */
@Singleton
class Retention {
    private static final Logger LOG = Logger.getLogger(Retention.class);
    private static final int BATCH = 200;
    private static final int MOST_BATCHES = 50;

    private final Keepsakes keepsakes;
    private final Clock clock;

    Retention(Keepsakes keepsakes, Clock clock) {
        this.keepsakes = keepsakes;
        this.clock = clock;
    }

    /** Returns of how many sessions something was deleted. */
    int sweep() {
        var now = clock.instant();
        int all = 0;
        for (int i = 0; i < MOST_BATCHES; i++) {
            int some = keepsakes.forgetExpired(now, BATCH);
            all += some;
            if (some < BATCH) {
                break;
            }
        }
        if (all > 0) {
            LOG.infof("what was kept of %d sessions has had its time and is deleted", all);
        }
        return all;
    }
}
