package dev.callsheet.avatar.domain;

import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * One paid session at the provider; a session is made of such legs, one after the other. The meter can run only in
 * Preparing (once it has a provider's id), Live and Stopping, and from each of them the only way out leads over a stop at
 * the provider and its settlement.
 *
 * <pre>
 * Preparing --prepared--> Preparing --started--> Live --stop--> Stopping --settled--> Settled
 *     |                       |  \------stop, it may run-----------^
 *     \-----stop, refused-----+--------refused: its meter never ran-----------------> Refused
 * </pre>
 */
public sealed interface Leg {
    /** A leg that dies sooner was worth nothing. */
    int WORTH_SECONDS = 20;

    /** From 1, rising by one within its session. */
    int number();

    /** Quoted as it was prepared, micros of US dollars. */
    long quotedMicros();

    /** Intended; stored before the provider is called. @param providerId null until the provider has named it */
    record Preparing(
            int number,
            long quotedMicros,
            Instant since,
            Duration length,
            @Nullable String providerId) implements Leg {
        Preparing prepared(String id) {
            return new Preparing(number, quotedMicros, since, length, id);
        }

        Live started(Broadcast broadcast, Instant now, Duration cap) {
            return new Live(number, quotedMicros, now, broadcast, now.plus(cap));
        }
    }

    /** Running and paid by the minute. @param capAt when the provider will end it */
    record Live(int number, long quotedMicros, Instant since, Broadcast broadcast, Instant capAt) implements Leg {}

    /**
     * To be stopped at the provider and settled.
     *
     * @param liveSince when it began to run, or could have
     * @param since when it was given up
     */
    record Stopping(int number, long quotedMicros, String providerId, Instant liveSince, Instant since, String reason)
            implements Leg {
        Settled settled(long micros) {
            return new Settled(number, quotedMicros, providerId, liveSince, since, reason, micros);
        }
    }

    /** Over, and paid. @param micros what it did cost */
    record Settled(
            int number,
            long quotedMicros,
            String providerId,
            Instant liveSince,
            Instant until,
            String reason,
            long micros)
            implements Leg {}

    /**
     * Over without having run.
     *
     * @param providerId null if the provider never knew of it
     * @param micros nothing, unless it was found running later
     */
    record Refused(int number, long quotedMicros, @Nullable String providerId, long micros) implements Leg {}

    /** Its meter may run: it has to be stopped and settled, or refused. */
    default boolean open() {
        return switch (this) {
            case Preparing _, Live _, Stopping _ -> true;
            case Settled _, Refused _ -> false;
        };
    }

    /** The provider's id of it; null as long as the provider does not know it. */
    default @Nullable String knownAs() {
        return switch (this) {
            case Preparing leg -> leg.providerId;
            case Live leg -> leg.broadcast.providerId();
            case Stopping leg -> leg.providerId;
            case Settled leg -> leg.providerId;
            case Refused leg -> leg.providerId;
        };
    }

    /** It came to nothing: refused, unclear from its begin, or dead within seconds. */
    default boolean failed() {
        return switch (this) {
            case Preparing _, Live _ -> false;
            case Refused _ -> true;
            case Stopping leg -> failed(leg.reason, Duration.between(leg.liveSince, leg.since));
            case Settled leg -> failed(leg.reason, Duration.between(leg.liveSince, leg.until));
        };
    }

    /** What it did cost, as far as that is known; micros of US dollars. */
    default long micros() {
        return switch (this) {
            case Preparing _, Live _, Stopping _ -> 0;
            case Settled leg -> leg.micros;
            case Refused leg -> leg.micros;
        };
    }

    /** The same at another cost; only for a leg that is over. */
    default Leg costing(long more) {
        return switch (this) {
            case Preparing _, Live _, Stopping _ -> this;
            case Settled l -> new Settled(l.number, l.quotedMicros, l.providerId, l.liveSince, l.until, l.reason, more);
            case Refused leg -> new Refused(leg.number, leg.quotedMicros, leg.providerId, more);
        };
    }

    private static boolean failed(String reason, Duration ran) {
        return reason.equals(EndReason.START_FAILED.name())
                || reason.equals(Cause.LOST.name()) && ran.toSeconds() < WORTH_SECONDS;
    }
}
