package dev.callsheet.render;

import dev.callsheet.contracts.Control.Unstoppable;
import dev.callsheet.contracts.Fact;
import dev.callsheet.render.FaultPoint.Step;
import dev.callsheet.render.Sensed.Heard;
import dev.callsheet.render.Sensed.Nothing;
import dev.callsheet.render.domain.Job;
import dev.callsheet.render.domain.JobStatus;
import dev.callsheet.render.domain.Signal;
import dev.callsheet.render.domain.SubmitAnswer;
import dev.callsheet.render.domain.Take;
import dev.callsheet.render.domain.TakeState.Fetching;
import dev.callsheet.render.domain.TakeState.Queued;
import dev.callsheet.render.domain.TakeState.Render;
import dev.callsheet.render.domain.TakeState.Submitting;
import dev.callsheet.render.domain.TakeState.Unsure;
import dev.callsheet.render.outbound.InputAway;
import dev.callsheet.render.outbound.Outlook;
import dev.callsheet.render.outbound.RenderProvider;
import java.io.IOException;
import java.sql.SQLException;
import java.time.Duration;
import java.time.InstantSource;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/** Looks at the world for one take and says what has happened: the only part that talks to the provider. */
final class Senses {
    private static final Logger LOG = Logger.getLogger(Senses.class);
    private static final int WEDGED_POLLS = 6;
    /** After so many tries an address of the partner's that does not answer ends the take. */
    private static final int MOST_LOOKS = 5;

    private final RenderSettings settings;
    private final Studio studio;
    private final RenderProvider provider;
    private final Search search;
    private final Rests rests;
    private final Outlook outlook;
    private final FaultPoint faults;
    private final InstantSource clock;

    Senses(
            RenderSettings settings,
            Studio studio,
            RenderProvider provider,
            Search search,
            Rests rests,
            Outlook outlook,
            FaultPoint faults,
            InstantSource clock) {
        this.settings = settings;
        this.studio = studio;
        this.provider = provider;
        this.search = search;
        this.rests = rests;
        this.outlook = outlook;
        this.faults = faults;
        this.clock = clock;
    }

    /** Gets a waiting take ready for its submit. */
    Sensed prepare(Take take, Queued queued) throws SQLException {
        faults.reached(Step.BEFORE_INTENT, take.id());
        try {
            return studio.prepare(take);
        } catch (InputAway e) {
            return queued.tries() < MOST_LOOKS
                    ? backOff(take, queued.tries(), String.valueOf(e.getMessage()))
                    : new Heard(
                            new Signal.Refused("MEDIA_UNREACHABLE", String.valueOf(e.getMessage()), false),
                            Duration.ZERO);
        } catch (IOException e) {
            return backOff(take, queued.tries(), "the inputs could not be handed over: " + e.getMessage());
        }
    }

    /** Submits, if that is this worker's own intent and its lease has not lapsed since. */
    Sensed submit(Take take, Submitting submitting, Turn.@Nullable Intent intent) {
        if (intent == null) {
            return new Heard(
                    new Signal.Ambiguous("the worker stopped between the intent and the answer"), Duration.ZERO);
        }
        faults.reached(Step.BEFORE_POST, take.id());
        SubmitAnswer answer = provider.submit(take.model(), intent.submission().payload(), intent.term()::held);
        faults.reached(Step.AFTER_POST, take.id());
        int tries = submitting.tries();
        return switch (answer) {
            case SubmitAnswer.Accepted(var id) -> {
                rests.accepted(take.model());
                yield new Heard(accepted(take, id), settings.pollInterval());
            }
            case SubmitAnswer.NotSent(var cause) -> backOff(take, tries, cause);
            case SubmitAnswer.PutOff(var cause, var after) -> {
                rests.putOff(take.model(), cause, after);
                yield new Heard(new Signal.NotTaken(cause), Duration.ZERO);
            }
            case SubmitAnswer.Closed(var cause) -> {
                rests.closed(take.model(), cause);
                yield new Heard(new Signal.NotTaken(cause), Duration.ZERO);
            }
            case SubmitAnswer.Refused(var code, var message) ->
                new Heard(new Signal.Refused(code, message, false), Duration.ZERO);
            case SubmitAnswer.Ambiguous(var cause) -> new Heard(new Signal.Ambiguous(cause), Duration.ZERO);
        };
    }

    private Signal accepted(Take take, String providerId) {
        Fact.Forecast forecast = outlook.rendering(take.model(), take.length());
        return new Signal.Accepted(providerId, forecast);
    }

    private Heard backOff(Take take, int tries, String cause) {
        return new Heard(new Signal.NotTaken(cause), settings.backoff().after(tries + 1, take.id()));
    }

    /** Looks for a lost submit in the provider's list. */
    Sensed reconcile(Take take, Unsure unsure) throws SQLException {
        return switch (search.look(take, unsure)) {
            case Search.Found(var providerId) -> new Heard(accepted(take, providerId), Duration.ZERO);
            case Search.Absent(var evidence) -> new Heard(new Signal.NotTaken(evidence), Duration.ZERO);
            case Search.Unknown(var again) -> new Nothing(again);
        };
    }

    /** Looks how a render stands. */
    Sensed poll(Take take, Render render, boolean wedged) {
        Duration interval = wedged ? settings.pollInterval().multipliedBy(WEDGED_POLLS) : settings.pollInterval();
        Duration running = Duration.between(render.submittedAt(), clock.instant());
        Job job;
        try {
            job = provider.read(render.providerId());
        } catch (IOException e) {
            LOG.debugf("job %s cannot be read: %s", render.providerId(), e.getMessage());
            return new Nothing(interval);
        }
        return switch (job.status()) {
            case JobStatus.Succeeded _ -> new Heard(new Signal.Ended(), Duration.ZERO);
            case JobStatus.WithoutMedium _ -> new Heard(new Signal.Empty(), interval);
            case JobStatus.Failed failed
            when failed.throttled() -> new Heard(new Signal.NotTaken(failed.reason()), settings.throttle());
            case JobStatus.Failed(var reason) ->
                new Heard(new Signal.Refused("provider.failed", reason, true), Duration.ZERO);
            case JobStatus.Stopped _ ->
                render.then() == null
                        ? new Heard(
                                new Signal.Refused("provider.cancelled", "the provider has cancelled the job", true),
                                Duration.ZERO)
                        : new Heard(new Signal.Stopped("cancelled"), Duration.ZERO);
            case JobStatus.Unknown _ ->
                !wedged && running.compareTo(settings.proof()) > 0
                        ? new Heard(new Signal.Late("the provider does not know the job any more"), interval)
                        : new Nothing(interval);
            case JobStatus.Running(var word) ->
                !wedged && running.compareTo(lateAfter(take)) > 0
                        ? new Heard(new Signal.Late("still '" + word + "' after " + running), interval)
                        : new Nothing(interval);
        };
    }

    private Duration lateAfter(Take take) {
        return outlook.lateAfter(take.model(), take.length(), settings.lateAfter());
    }

    /** Asks the provider to stop a render; only a look at the job then shows whether it did. */
    Sensed stop(Render render, Unstoppable then) {
        try {
            String answer = provider.cancel(render.providerId());
            if (provider.read(render.providerId()).status() instanceof JobStatus.Stopped) {
                return new Heard(new Signal.Stopped(answer), Duration.ZERO);
            }
            return new Heard(new Signal.GoesOn(answer, then), Duration.ZERO);
        } catch (IOException e) {
            LOG.infof("job %s is to be stopped, the provider cannot be asked: %s", render.providerId(), e.getMessage());
            return new Nothing(settings.pollInterval());
        }
    }

    /** Copies the clip into our store. */
    Sensed fetch(Take take, Fetching fetching) throws SQLException {
        faults.reached(Step.BEFORE_FETCH, take.id());
        try {
            JobStatus status = provider.read(fetching.render().providerId()).status();
            if (status instanceof JobStatus.Succeeded(var url)) {
                Signal.Stored stored = studio.store(take, fetching, url);
                faults.reached(Step.AFTER_FETCH, take.id());
                return new Heard(stored, Duration.ZERO);
            }
            return unfetched(take, fetching, "the job no longer reports its clip");
        } catch (IOException e) {
            return unfetched(take, fetching, String.valueOf(e.getMessage()));
        }
    }

    private Heard unfetched(Take take, Fetching fetching, String cause) {
        LOG.warnf("take %s: %s", take.id(), cause);
        return new Heard(new Signal.Unfetched(cause), settings.backoff().after(fetching.tries() + 1, take.id()));
    }
}
