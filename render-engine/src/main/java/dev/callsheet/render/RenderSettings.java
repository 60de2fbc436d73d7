package dev.callsheet.render;

import dev.callsheet.render.domain.Backoff;
import dev.callsheet.render.domain.Durations;
import java.time.Duration;

/**
 * How the engine runs.
 *
 * @param worker a name that no other worker, and no earlier life of this one, has
 * @param lease after which a silent worker's takes go to others
 * @param claimInterval longest wait for new takes
 * @param pollInterval between two looks at a render
 * @param lateAfter time from the submit after which a render counts as wedged, until enough were measured
 * @param giveUp time from the submit after which nobody waits for a wedged render any more
 * @param settle how long after a lost answer the provider's list may still not show the job
 * @param grace on top of it: how long a frozen worker may sleep on its last word to the provider
 * @param backoff pauses before a take is tried again, and of a model that takes nothing
 * @param throttle pause after the model's own rate limit ended a job
 * @param pause of a model that takes nothing until somebody acts, as without credits
 * @param patience after which a take without a deadline is due
 * @param otherwise how long renders take as long as nothing was measured
 * @param slots renders of one model at a time, over all workers
 * @param parallel how many looks at the provider are under way at the same moment
 * @param carriers how many inputs and clips are carried at the same moment
 * @param inFlight how many takes this worker drives at most
 */
public record RenderSettings(
        String worker,
        Duration lease,
        Duration claimInterval,
        Duration pollInterval,
        Duration lateAfter,
        Duration giveUp,
        Duration settle,
        Duration grace,
        Backoff backoff,
        Duration throttle,
        Duration pause,
        Duration patience,
        Durations.Spread otherwise,
        int slots,
        int parallel,
        int carriers,
        int inFlight) {

    /** After a lost answer, how long until a list without the job proves that there is none. */
    public Duration proof() {
        return settle.plus(grace);
    }
}
