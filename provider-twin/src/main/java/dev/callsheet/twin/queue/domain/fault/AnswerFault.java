package dev.callsheet.twin.queue.domain.fault;

import java.time.Duration;

/** What may go wrong with a submit and its answer. */
public enum AnswerFault implements Fault {
    /** 402. */
    INSUFFICIENT_CREDITS(Traits.always("insufficient-credits"), true),
    /** 429 with Retry-After, whose seconds are the length. */
    RATE_LIMITED(Traits.once("rate-limited").lasting(2), true),
    /** 429 without Retry-After. */
    RATE_LIMITED_SILENTLY(Traits.once("rate-limited-silently"), true),
    /** 503; with a length, for every submit in that time, while reads stay healthy. */
    UNAVAILABLE(Traits.once("unavailable").lasting(Duration.ZERO), true),
    /** 500 that wraps a refusal of the model behind the queue. */
    BACKEND_ERROR(Traits.once("backend-error"), true),
    /** The connection is cut before anything is accepted. */
    LOST_SUBMIT(Traits.once("lost-submit"), true),
    /** Accepted, and the connection is cut before the answer. */
    LOST_ANSWER(Traits.once("lost-answer"), false),
    /** Accepted, and the answer comes after the length. */
    DELAYED_ANSWER(Traits.once("delayed-answer").lasting(60), false),
    /** Accepted, and the answer names no job. */
    ANSWER_WITHOUT_ID(Traits.once("answer-without-id"), false),
    /** Accepted, and the answer is a page of HTML. */
    ANSWER_NOT_JSON(Traits.once("answer-not-json"), false),
    /** Accepted, and answered with 500. */
    ERROR_AFTER_ACCEPT(Traits.once("error-after-accept"), false),
    /** Accepted, and answered with 502 by something in between. */
    BAD_GATEWAY_AFTER_ACCEPT(Traits.once("bad-gateway-after-accept"), false),
    /** The call is held while the work is done, for the length, and answered with the end. */
    SYNC_ANSWER(Traits.always("sync-answer").lasting(2), false);

    private final Traits traits;
    private final boolean refuses;

    AnswerFault(Traits traits, boolean refuses) {
        this.traits = traits;
        this.refuses = refuses;
    }

    @Override
    public Traits traits() {
        return traits;
    }

    @Override
    public Door door() {
        return Door.SUBMIT;
    }

    /** True if there is no job after it. */
    public boolean refuses() {
        return refuses;
    }
}
