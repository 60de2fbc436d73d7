package dev.callsheet.render;

import dev.callsheet.render.domain.Backoff;
import java.time.Duration;

/**
 * How the engine runs.
 *
 * @param worker a name that no other worker, and no earlier life of this one, has
 * @param lease after which a silent worker's takes go to others
 * @param claimInterval longest wait for new takes
 * @param pollInterval between two looks at a render
 * @param lateAfter time from the submit after which a render counts as wedged
 * @param settle how long after a lost answer the provider's list must have shown the job
 * @param backoff pauses before a take is tried again
 * @param throttle pause after the model's own rate limit ended a job
 * @param pause of a model that takes nothing, as without credits
 * @param parallel how many takes are worked on at the same moment
 * @param inFlight how many takes this worker drives at most
 */
public record RenderSettings(
        String worker,
        Duration lease,
        Duration claimInterval,
        Duration pollInterval,
        Duration lateAfter,
        Duration settle,
        Backoff backoff,
        Duration throttle,
        Duration pause,
        int parallel,
        int inFlight) {}
