package dev.callsheet.requestapi.domain.trace;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One thing that was done for a request, as a bar of its waterfall.
 *
 * @param id within the trace
 * @param parent the bar that has led to it; null for the first
 * @param room where in the house, as {@code render}; {@code other} if it does not say
 * @param what one line on it, made of codes and ids alone
 * @param attempt of the take that it belongs to
 * @param waitedMs how long it lay in its topic or outbox before it began
 */
public record Bar(
        String id,
        @Nullable String parent,
        String service,
        String name,
        String room,
        Instant startedAt,
        Duration length,
        boolean failed,
        @Nullable String what,
        @Nullable Integer attempt,
        @Nullable Long waitedMs,
        List<Moment> moments) {
    public Bar {
        moments = List.copyOf(moments);
        length = length.isNegative() ? Duration.ZERO : length;
    }

    /** A point within a bar. */
    public record Moment(String name, Instant at) {}

    Instant endedAt() {
        return startedAt.plus(length);
    }

    Bar below(@Nullable String other) {
        return new Bar(id, other, service, name, room, startedAt, length, failed, what, attempt, waitedMs, moments);
    }
}
