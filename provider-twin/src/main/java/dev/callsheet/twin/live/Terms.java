package dev.callsheet.twin.live;

import java.time.Duration;

/**
 * The real time that a session's own times take here.
 *
 * @param length from its start to MAX_DURATION_REACHED
 * @param minute a minute of the meter
 * @param credits for a started minute; 0 in the sandbox
 */
record Terms(Duration length, Duration idle, Duration minute, int credits) {

    static Terms of(LiveOrder order, LiveSettings settings) {
        return new Terms(
                real(length(order, settings), settings),
                real(settings.idleTimeout(), settings),
                real(Duration.ofMinutes(1), settings),
                order.sandbox() ? 0 : order.mode().credits());
    }

    /** Provider time by the factor. */
    static Duration real(Duration provider, LiveSettings settings) {
        return Duration.ofNanos(Math.round(provider.toNanos() / settings.timeFactor()));
    }

    /** The length in provider time: what was asked for, silently cut to what the tier and the sandbox allow. */
    static Duration length(LiveOrder order, LiveSettings settings) {
        Duration limit = order.sandbox() ? settings.sandboxDuration() : settings.maxDuration();
        Duration asked = order.asked();
        return asked == null || asked.compareTo(limit) > 0 ? limit : asked;
    }
}
