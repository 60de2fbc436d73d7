package dev.callsheet.render.inbound;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** The keys under {@code callsheet.render}. */
@ConfigMapping(prefix = "callsheet.render")
interface RenderConfig {

    /** After which a silent worker's takes go to others. */
    @WithDefault("30s")
    Duration lease();

    /** Longest wait for new takes. */
    @WithDefault("250ms")
    Duration claimInterval();

    /** Between two looks at a render. */
    @WithDefault("5s")
    Duration pollInterval();

    /** Time after which a render counts as wedged. */
    @WithDefault("30m")
    Duration lateAfter();

    /** How long after a lost answer the provider's list must have shown the job. */
    @WithDefault("30s")
    Duration settle();

    /** After which a submit without an answer counts as lost. */
    @WithDefault("30s")
    Duration submitTimeout();

    /** First pause before a take is tried again; doubled each time. */
    @WithDefault("2s")
    Duration backoff();

    /** Longest pause before a take is tried again. */
    @WithDefault("60s")
    Duration backoffLimit();

    /** Pause after the model's own rate limit ended a job. */
    @WithDefault("20s")
    Duration throttle();

    /** How long a model rests that takes nothing, as without credits. */
    @WithDefault("60s")
    Duration pause();

    /** How many renders of one model may run at a time, over all workers. */
    @WithDefault("8")
    int slots();

    /** How many takes are worked on at the same moment. */
    @WithDefault("32")
    int parallel();

    /** How many takes one worker drives at most. */
    @WithDefault("100000")
    int inFlight();
}
