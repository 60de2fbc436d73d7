package dev.callsheet.twin.queue.domain;

import dev.callsheet.twin.queue.domain.fault.AnswerFault;
import dev.callsheet.twin.queue.domain.fault.Blows.Hit;
import java.time.Duration;
import java.util.Optional;

/**
 * A submit that was not accepted; nothing was charged.
 *
 * @param status HTTP status
 * @param retryAfter how long to wait, where the provider says so
 */
public record Refusal(int status, String error, Optional<Duration> retryAfter) {

    private static final String TOO_MANY = "Rate limit exceeded. Please try again later.";

    /** A refusal that names no waiting time. */
    public Refusal(int status, String error) {
        this(status, error, Optional.empty());
    }

    /** The refusal a fault leads to, or empty where the submit goes through or is not heard at all. */
    public static Optional<Refusal> of(Hit<AnswerFault> hit) {
        return switch (hit.fault()) {
            case INSUFFICIENT_CREDITS ->
                Optional.of(new Refusal(402, "Insufficient credits. Please add more credits to your account."));
            case RATE_LIMITED ->
                Optional.of(new Refusal(429, TOO_MANY, Optional.of(hit.blow().lasts())));
            case RATE_LIMITED_SILENTLY -> Optional.of(new Refusal(429, TOO_MANY));
            case UNAVAILABLE -> Optional.of(new Refusal(503, "Upstream capacity temporarily exhausted"));
            case BACKEND_ERROR -> Optional.of(new Refusal(500, "Backend error (400). Please try again."));
            case LOST_SUBMIT,
                    LOST_ANSWER,
                    DELAYED_ANSWER,
                    ANSWER_WITHOUT_ID,
                    ANSWER_NOT_JSON,
                    ERROR_AFTER_ACCEPT,
                    BAD_GATEWAY_AFTER_ACCEPT,
                    SYNC_ANSWER -> Optional.empty();
        };
    }

    /** The requests of this hour are used up. */
    public static Refusal tooMany(Duration wait) {
        return new Refusal(429, TOO_MANY, Optional.of(wait));
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
