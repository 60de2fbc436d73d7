package dev.callsheet.twin.queue;

import com.fasterxml.jackson.databind.JsonNode;
import dev.callsheet.twin.TwinSettings;
import dev.callsheet.twin.queue.domain.HourlyLimit;
import dev.callsheet.twin.queue.domain.Intake;
import dev.callsheet.twin.queue.domain.Job;
import dev.callsheet.twin.queue.domain.JobFate;
import dev.callsheet.twin.queue.domain.Latency;
import dev.callsheet.twin.queue.domain.Refusal;
import dev.callsheet.twin.queue.domain.Signal;
import dev.callsheet.twin.queue.domain.Timing;
import dev.callsheet.twin.queue.domain.fault.AnswerFault;
import dev.callsheet.twin.queue.domain.fault.Blows;
import dev.callsheet.twin.queue.domain.fault.Blows.Hit;
import dev.callsheet.twin.queue.domain.fault.Call;
import dev.callsheet.twin.queue.domain.fault.FaultBoard;
import dev.callsheet.twin.render.domain.Chance;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import java.util.UUID;

/** Takes submits and wishes about jobs, and answers at once; the work is the line's. */
@ApplicationScoped
public class FrontDesk {

    private final Jobs jobs;
    private final Models models;
    private final FaultBoard faults;
    private final HourlyLimit limit;
    private final TwinSettings settings;
    private final Latency latency;
    private final Clock clock;

    FrontDesk(Jobs jobs, Models models, FaultBoard faults, HourlyLimit limit, TwinSettings settings, Clock clock) {
        this.jobs = jobs;
        this.models = models;
        this.faults = faults;
        this.limit = limit;
        this.settings = settings;
        this.latency = spread(settings.latency());
        this.clock = clock;
    }

    /** What became of a submit. */
    public sealed interface Answer {

        /** Not accepted. */
        record Refused(Refusal refusal) implements Answer {}

        /** Not accepted, and to be left without an answer. */
        record Unheard() implements Answer {}

        /** Accepted; {@code fault} may still hit the answer on its way. */
        record Accepted(Job job, Optional<Hit<AnswerFault>> fault) implements Answer {}
    }

    /** Decides about a submit and stores the job of an accepted one. */
    public Answer submit(String org, String model, JsonNode payload) {
        var prompt = Orders.prompt(payload);
        var account = new Intake.Account(
                models::find,
                settings.gmi().entitled(),
                () -> limit.take(org, clock.instant()),
                () -> faults.strike(Call.submit(model, prompt), clock.instant()));
        return switch (Intake.decide(model, payload, account)) {
            case Intake.Refused(var refusal) -> new Answer.Refused(refusal);
            case Intake.Unheard() -> new Answer.Unheard();
            case Intake.Accepted(var _, var fate, var blows) ->
                new Answer.Accepted(accepted(org, model, payload, fate, blows), blows.first(AnswerFault.class));
        };
    }

    /**
     * Gives a job up if its work has not begun; otherwise it goes on. Empty if there is no such job.
     *
     * @param always true if even work that has begun is given up
     */
    public Optional<Job> cancel(String id, boolean always) {
        return jobs.change(id, job -> job.advance(new Signal.CancelAsked(always), clock.instant()));
    }

    /** Lets every held job go on and every hidden one be seen; returns how many were held. */
    public long release() {
        long held = 0;
        for (var job : jobs.all()) {
            jobs.change(job.id(), now -> now.advance(new Signal.Released(), clock.instant()));
            held += job.fate() instanceof JobFate.Wedged && !job.state().ended() ? 1 : 0;
        }
        return held;
    }

    private Job accepted(String org, String model, JsonNode payload, JobFate fate, Blows blows) {
        var prompt = Orders.prompt(payload);
        long seed = Orders.seed(payload)
                .orElseGet(() -> Chance.number(settings.seed(), prompt, String.valueOf(jobs.withPrompt(prompt))));
        var random = Chance.of(settings.seed(), "latency", prompt, String.valueOf(seed));
        var timing = heldFor(blows)
                .map(held -> new Timing(Duration.ZERO, held))
                .orElseGet(() -> Timing.draw(random, latency, Orders.at720p(payload), settings.timeFactor()));
        var now = clock.instant().truncatedTo(ChronoUnit.MILLIS);
        var id = UUID.randomUUID().toString();
        var waiting = Job.accepted(id, org, model, payload, seed, timing, fate, blows.ofTheJob(), now);
        boolean placed = heldFor(blows).isPresent() || jobs.placed() < settings.concurrency();
        var job = placed ? waiting.advance(new Signal.PlaceFree(), now) : waiting;
        jobs.add(job);
        return job;
    }

    private static Latency spread(TwinSettings.Latencies set) {
        return new Latency(set.median(), set.sigma(), set.shortest(), set.longest(), set.shareAt720p());
    }

    /** How long the call of a model that answers with the end is held. */
    private static Optional<Duration> heldFor(Blows blows) {
        return blows.first(AnswerFault.class)
                .filter(hit -> hit.fault() == AnswerFault.SYNC_ANSWER)
                .map(hit -> hit.blow().lasts());
    }
}
