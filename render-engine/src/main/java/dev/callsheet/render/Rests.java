package dev.callsheet.render;

import dev.callsheet.render.outbound.Alerts;
import dev.callsheet.render.outbound.Pauses;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * Lets a model rest when the provider takes nothing: for all workers, told once, and ended by the first submit that goes
 * through. A failure to note it is only logged: then the next submit says it again. Thread-safe.
 */
final class Rests {
    private static final Logger LOG = Logger.getLogger(Rests.class);
    private static final String CLOSED = "provider.closed";

    private final RenderSettings settings;
    private final Pauses pauses;
    private final Alerts alerts;
    private final Set<String> resting = ConcurrentHashMap.newKeySet();

    Rests(RenderSettings settings, Pauses pauses, Alerts alerts) {
        this.settings = settings;
        this.pauses = pauses;
        this.alerts = alerts;
    }

    /** Too many, or no capacity: it comes again after the provider's own time, or ours, which grows. */
    void putOff(String model, String cause, @Nullable Duration after) {
        attempt(model, () -> {
            Duration rest = after == null ? settings.backoff().after(pauses.strikes(model) + 1, model) : after;
            rest(model, rest, cause);
        });
    }

    /** No credits, or a key that is not taken: somebody has to act. */
    void closed(String model, String cause) {
        attempt(model, () -> {
            if (rest(model, settings.pause(), cause)) {
                alerts.open(CLOSED, model, cause);
            }
        });
    }

    /** A submit has gone through. */
    void accepted(String model) {
        if (resting.contains(model)) {
            attempt(model, () -> {
                if (pauses.resume(model)) {
                    LOG.infof("model %s is taken again", model);
                    alerts.close(CLOSED, model);
                    resting.remove(model);
                }
            });
        }
    }

    /** Learns of rests that other workers have begun. */
    void learn(Set<String> models) {
        resting.addAll(models);
    }

    private boolean rest(String model, Duration length, String cause) throws SQLException {
        resting.add(model);
        boolean begun = pauses.rest(model, length, cause).isPresent();
        if (begun) {
            LOG.warnf("model %s rests for %s: %s", model, length, cause);
        }
        return begun;
    }

    @FunctionalInterface
    private interface Note {
        void take() throws SQLException;
    }

    private static void attempt(String model, Note note) {
        try {
            note.take();
        } catch (SQLException e) {
            LOG.warnf("rest of model %s not noted: %s", model, e.getMessage());
        }
    }
}
