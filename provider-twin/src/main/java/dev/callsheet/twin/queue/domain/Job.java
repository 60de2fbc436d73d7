package dev.callsheet.twin.queue.domain;

import com.fasterxml.jackson.databind.JsonNode;
import dev.callsheet.twin.queue.domain.JobState.Broken;
import dev.callsheet.twin.queue.domain.JobState.Cancelled;
import dev.callsheet.twin.queue.domain.JobState.Clip;
import dev.callsheet.twin.queue.domain.JobState.Dispatched;
import dev.callsheet.twin.queue.domain.JobState.Failed;
import dev.callsheet.twin.queue.domain.JobState.Processing;
import dev.callsheet.twin.queue.domain.JobState.Queued;
import dev.callsheet.twin.queue.domain.JobState.Result;
import dev.callsheet.twin.queue.domain.JobState.Succeeded;
import java.time.Instant;
import java.util.Optional;

/**
 * One accepted request of the queue.
 *
 * <pre>
 *              PlaceFree       Tick, lead over      Done               Tick, time over
 *   queued  ------------> dispatched --------> processing -> processing+result -> success | failed
 *      |                      |                (wedged: stays until Released)
 *      +--- CancelAsked ------+-> cancelled
 * </pre>
 *
 * A signal that fits no state changes nothing; after the end nothing changes any more.
 *
 * @param payload as it was sent, echoed in every answer
 * @param seed what the rendering draws its chances from
 */
public record Job(
        String id,
        String org,
        String model,
        JsonNode payload,
        long seed,
        Timing timing,
        JobFate fate,
        Instant createdAt,
        Instant updatedAt,
        JobState state) {

    /** The job after a signal; the same object if the signal changes nothing. */
    public Job advance(Signal signal, Instant now) {
        return switch (signal) {
            case Signal.Tick _ -> ticked(now);
            case Signal.PlaceFree _ ->
                state instanceof Queued ? with(new Dispatched(now.plus(timing.lead())), now) : this;
            case Signal.Done done ->
                state instanceof Processing(var endsAt, var result) && result.isEmpty()
                        ? with(new Processing(endsAt, Optional.of(done.result())), now)
                        : this;
            case Signal.CancelAsked _ ->
                state instanceof Queued || state instanceof Dispatched ? with(new Cancelled(), now) : this;
            case Signal.Released _ ->
                fate instanceof JobFate.Wedged && !state.ended() ? with(new JobFate.Rendered()) : this;
        };
    }

    /** True if this job, now in processing, needs the renderer. */
    public boolean wantsRender() {
        return fate instanceof JobFate.Rendered && state instanceof Processing(var _, var result) && result.isEmpty();
    }

    private Job ticked(Instant now) {
        return switch (state) {
            case Dispatched(var startsAt) when !now.isBefore(startsAt) -> started(now);
            case Processing(var endsAt, var result)
            when result.isPresent() && !now.isBefore(endsAt) -> with(end(result.get()), now);
            case Dispatched _, Processing _, Queued _, Succeeded _, Failed _, Cancelled _ -> this;
        };
    }

    private Job started(Instant now) {
        Optional<Result> known =
                fate instanceof JobFate.Doomed(var reason) ? Optional.of(new Broken(reason)) : Optional.empty();
        return with(new Processing(now.plus(timing.work()), known), now);
    }

    private static JobState end(Result result) {
        return switch (result) {
            case Clip clip -> new Succeeded(clip);
            case Broken(var reason) -> new Failed(reason);
        };
    }

    private Job with(JobState next, Instant now) {
        return new Job(id, org, model, payload, seed, timing, fate, createdAt, now, next);
    }

    private Job with(JobFate next) {
        return new Job(id, org, model, payload, seed, timing, next, createdAt, updatedAt, state);
    }
}
