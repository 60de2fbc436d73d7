package dev.callsheet.twin.queue.domain;

import java.time.Duration;
import java.util.Optional;

/**
 * A submit that was not accepted; nothing was charged.
 *
 * @param status HTTP status
 * @param retryAfter how long to wait, where the provider says so
 */
public record Refusal(int status, String error, Optional<Duration> retryAfter) {

    /** Time a rate-limited client is told to wait. */
    public static final Duration RATE_LIMIT_PAUSE = Duration.ofSeconds(2);

    /** A refusal that names no waiting time. */
    public Refusal(int status, String error) {
        this(status, error, Optional.empty());
    }

    /** The refusal a fault leads to, or empty where the submit goes through. */
    public static Optional<Refusal> of(Fault fault) {
        return switch (fault) {
            case INSUFFICIENT_CREDITS ->
                Optional.of(new Refusal(402, "Insufficient credits. Please add more credits to your account."));
            case RATE_LIMITED ->
                Optional.of(new Refusal(
                        429, "Rate limit exceeded. Please try again later.", Optional.of(RATE_LIMIT_PAUSE)));
            case UNAVAILABLE -> Optional.of(new Refusal(503, "Upstream capacity temporarily exhausted"));
            case LOST_ANSWER, JOB_FAILED, JOB_WEDGED -> Optional.empty();
        };
    }

    /** The model id is not in the catalogue (ids are case-sensitive). */
    public static Refusal unknownModel(String model) {
        return new Refusal(404, "model " + model + " does not exist");
    }

    /** The model exists, but not for this account. */
    public static Refusal notEntitled(String model) {
        return new Refusal(404, "you do not have access to model " + model);
    }

    /** The payload does not fit the model's parameters. */
    public static Refusal badPayload(String error) {
        return new Refusal(400, error);
    }
}
