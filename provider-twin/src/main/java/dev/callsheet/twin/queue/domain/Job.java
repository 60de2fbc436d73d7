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
import dev.callsheet.twin.queue.domain.fault.Blow;
import dev.callsheet.twin.queue.domain.fault.JobFault;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * One accepted request of the queue.
 *
 * <pre>
 *              PlaceFree       Tick, lead over      Done               Tick, time over
 *   queued  ------------> dispatched --------> processing -> processing+result -> success | failed
 *      |                      |                (wedged: stays until its time is over or it is Released)
 *      +--- CancelAsked ------+-> cancelled
 * </pre>
 *
 * A signal that fits no state changes nothing; after the end nothing changes any more.
 *
 * @param payload as it was sent, echoed in every answer
 * @param seed what the rendering draws its chances from
 * @param faults what is wrong with it as long as it lives
 * @param startedAt when its work began
 */
public record Job(
        String id,
        String org,
        String model,
        JsonNode payload,
        long seed,
        Timing timing,
        JobFate fate,
        List<Blow> faults,
        Instant createdAt,
        Instant updatedAt,
        Optional<Instant> startedAt,
        JobState state) {

    /** A job that has just been accepted. */
    public static Job accepted(
            String id,
            String org,
            String model,
            JsonNode payload,
            long seed,
            Timing timing,
            JobFate fate,
            List<Blow> faults,
            Instant now) {
        return new Job(id, org, model, payload, seed, timing, fate, faults, now, now, Optional.empty(), new Queued());
    }

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
            case Signal.CancelAsked(boolean always) ->
                state instanceof Queued || state instanceof Dispatched || always && !state.ended()
                        ? with(new Cancelled(), now)
                        : this;
            case Signal.Released _ -> released();
        };
    }

    /** True if this job, now in processing, needs the renderer. */
    public boolean wantsRender() {
        return fate instanceof JobFate.Rendered && state instanceof Processing(var _, var result) && result.isEmpty();
    }

    /** When a tick can change it; empty if only another signal can. */
    public Optional<Instant> dueAt() {
        return switch (state) {
            case Dispatched(var startsAt) -> Optional.of(startsAt);
            case Processing(var endsAt, var result) when result.isPresent() -> Optional.of(endsAt);
            case Processing _
            when fate instanceof JobFate.Wedged(var lasts) -> startedAt.map(start -> start.plus(lasts));
            case Processing _, Queued _, Succeeded _, Failed _, Cancelled _ -> Optional.empty();
        };
    }

    /** What is wrong with that side of it. */
    public Optional<Blow> fault(JobFault.Aspect aspect) {
        return faults.stream()
                .filter(blow -> blow.fault() instanceof JobFault fault && fault.aspect() == aspect)
                .findFirst();
    }

    private Job ticked(Instant now) {
        return switch (state) {
            case Dispatched(var startsAt) when !now.isBefore(startsAt) -> started(now);
            case Processing(var endsAt, var result)
            when result.isPresent() && !now.isBefore(endsAt) -> with(end(result.get()), now);
            case Processing _
            when fate instanceof JobFate.Wedged
                    && dueAt().map(due -> !now.isBefore(due)).orElse(false) -> with(new JobFate.Rendered(), faults);
            case Dispatched _, Processing _, Queued _, Succeeded _, Failed _, Cancelled _ -> this;
        };
    }

    private Job started(Instant now) {
        Optional<Result> known =
                fate instanceof JobFate.Doomed(var reason) ? Optional.of(new Broken(reason)) : Optional.empty();
        var next = new Processing(now.plus(timing.work()), known);
        return new Job(id, org, model, payload, seed, timing, fate, faults, createdAt, now, Optional.of(now), next);
    }

    private Job released() {
        var left = faults.stream()
                .filter(blow -> blow.fault() != JobFault.JOB_VANISHED && blow.fault() != JobFault.FINISHED_JOB_VANISHED)
                .toList();
        if (fate instanceof JobFate.Wedged && !state.ended()) {
            return with(new JobFate.Rendered(), left);
        }
        return left.size() == faults.size() ? this : with(fate, left);
    }

    private static JobState end(Result result) {
        return switch (result) {
            case Clip clip -> new Succeeded(clip);
            case Broken(var reason) -> new Failed(reason);
        };
    }

    private Job with(JobState next, Instant now) {
        return new Job(id, org, model, payload, seed, timing, fate, faults, createdAt, now, startedAt, next);
    }

    private Job with(JobFate nextFate, List<Blow> nextFaults) {
        return new Job(
                id, org, model, payload, seed, timing, nextFate, nextFaults, createdAt, updatedAt, startedAt, state);
    }
}
