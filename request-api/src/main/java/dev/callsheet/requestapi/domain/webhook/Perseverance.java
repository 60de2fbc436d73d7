package dev.callsheet.requestapi.domain.webhook;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How long we go on. The pauses are the specification's example (Standard Webhooks 1.0, "Deliverability and reliability"):
 * ten attempts over 75 h 35 min, each pause up to a fifth longer so that what failed together does not come back together.
 *
 * @param disableAfter an endpoint that only fails for so long is disabled
 * @param longestWish a receiver may put us off for so long with Retry-After
 */
public record Perseverance(Duration disableAfter, Duration longestWish) {
    /** Before the second attempt, the third, and so on. */
    public static final List<Duration> PAUSES = List.of(
            Duration.ofSeconds(5),
            Duration.ofMinutes(5),
            Duration.ofMinutes(30),
            Duration.ofHours(2),
            Duration.ofHours(5),
            Duration.ofHours(10),
            Duration.ofHours(14),
            Duration.ofHours(20),
            Duration.ofHours(24));

    /** Attempts of one round. */
    public static final int MOST_TRIES = PAUSES.size() + 1;

    /** The most that is added to a pause, as a share of it. */
    public static final double JITTER = 0.2;

    /** Why an endpoint is disabled that answered 410. */
    public static final String GONE = "gone";

    /** Why an endpoint is disabled that failed for too long. */
    public static final String FAILING = "failing";

    private static final int HTTP_GONE = 410;

    /**
     * What to do after an attempt.
     *
     * @param tries of this round, this one included
     * @param failingSince the endpoint's first failure after its last success; null before there is one
     * @param luck from 0 to 1
     */
    public Outcome after(Answer answer, int tries, @Nullable Instant failingSince, Instant now, double luck) {
        if (answer instanceof Answer.Status(int code, var _, var _)) {
            if (code >= 200 && code < 300) {
                return new Outcome.Delivered();
            }
            if (code == HTTP_GONE) {
                return new Outcome.Disable(GONE);
            }
        }
        if (failingSince != null && !failingSince.plus(disableAfter).isAfter(now)) {
            return new Outcome.Disable(FAILING);
        }
        return tries >= MOST_TRIES ? new Outcome.GivenUp() : new Outcome.Again(now.plus(pause(answer, tries, luck)));
    }

    private Duration pause(Answer answer, int tries, double luck) {
        Duration planned = PAUSES.get(Math.max(1, tries) - 1);
        Duration wish = answer instanceof Answer.Status status ? status.retryAfter() : null;
        Duration wished = wish == null ? Duration.ZERO : wish;
        Duration least = wished.compareTo(longestWish) > 0 ? longestWish : wished;
        Duration base = least.compareTo(planned) > 0 ? least : planned;
        return base.plus(Duration.ofMillis((long) (planned.toMillis() * JITTER * luck)));
    }
}
