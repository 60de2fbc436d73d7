package dev.callsheet.twin.queue;

import com.fasterxml.jackson.databind.JsonNode;
import dev.callsheet.twin.TwinSettings;
import dev.callsheet.twin.queue.domain.Fault;
import dev.callsheet.twin.queue.domain.FaultBoard;
import dev.callsheet.twin.queue.domain.Intake;
import dev.callsheet.twin.queue.domain.Job;
import dev.callsheet.twin.queue.domain.JobFate;
import dev.callsheet.twin.queue.domain.JobState;
import dev.callsheet.twin.queue.domain.Refusal;
import dev.callsheet.twin.queue.domain.Signal;
import dev.callsheet.twin.queue.domain.Timing;
import dev.callsheet.twin.render.domain.Chance;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import java.util.UUID;

/** Takes submits and wishes about jobs, and answers at once; the work is the line's. */
@ApplicationScoped
public class FrontDesk {

    private final Jobs jobs;
    private final FaultBoard faults;
    private final TwinSettings settings;
    private final Clock clock;

    FrontDesk(Jobs jobs, FaultBoard faults, TwinSettings settings, Clock clock) {
        this.jobs = jobs;
        this.faults = faults;
        this.settings = settings;
        this.clock = clock;
    }

    /** What became of a submit. */
    public sealed interface Answer {

        /** Not accepted. */
        record Refused(Refusal refusal) implements Answer {}

        /** Accepted; {@code fault} may still hit the answer on its way. */
        record Accepted(Job job, Optional<Fault> fault) implements Answer {}
    }

    /** Decides about a submit and stores the job of an accepted one. */
    public Answer submit(String org, String model, JsonNode payload) {
        var prompt = Orders.prompt(payload);
        var intake =
                Intake.decide(model, payload, settings.gmi().entitled(), () -> faults.strike(prompt, clock.instant()));
        return switch (intake) {
            case Intake.Refused(var refusal) -> new Answer.Refused(refusal);
            case Intake.Accepted(var _, var fate, var fault) ->
                new Answer.Accepted(accepted(org, model, payload, fate), fault);
        };
    }

    /** Gives a job up if its work has not begun; otherwise it goes on. Empty if there is no such job. */
    public Optional<Job> cancel(String id) {
        return jobs.change(id, job -> job.advance(new Signal.CancelAsked(), clock.instant()));
    }

    /** Lets every wedged job go on; returns how many there were. */
    public long release() {
        return jobs.open().stream()
                .filter(job -> job.fate() instanceof JobFate.Wedged)
                .map(job -> jobs.change(job.id(), now -> now.advance(new Signal.Released(), clock.instant())))
                .count();
    }

    private Job accepted(String org, String model, JsonNode payload, JobFate fate) {
        var prompt = Orders.prompt(payload);
        long seed = Orders.seed(payload)
                .orElseGet(() -> Chance.number(settings.seed(), prompt, String.valueOf(jobs.withPrompt(prompt))));
        var timing = Timing.draw(
                Chance.of(settings.seed(), "latency", prompt, String.valueOf(seed)),
                Orders.at720p(payload),
                settings.timeFactor());
        var now = clock.instant().truncatedTo(ChronoUnit.MILLIS);
        var id = UUID.randomUUID().toString();
        var waiting = new Job(id, org, model, payload, seed, timing, fate, now, now, new JobState.Queued());
        var job = jobs.placed() < settings.concurrency() ? waiting.advance(new Signal.PlaceFree(), now) : waiting;
        jobs.add(job);
        return job;
    }
}
