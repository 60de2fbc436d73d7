package dev.callsheet.render;

import dev.callsheet.contracts.Fact;
import dev.callsheet.render.Sensed.Gone;
import dev.callsheet.render.Sensed.Heard;
import dev.callsheet.render.Sensed.Nothing;
import dev.callsheet.render.domain.Draft;
import dev.callsheet.render.domain.Job;
import dev.callsheet.render.domain.JobStatus;
import dev.callsheet.render.domain.Marker;
import dev.callsheet.render.domain.Signal;
import dev.callsheet.render.domain.SubmitAnswer;
import dev.callsheet.render.domain.Take;
import dev.callsheet.render.domain.TakeState;
import dev.callsheet.render.domain.TakeState.Fetching;
import dev.callsheet.render.domain.TakeState.Queued;
import dev.callsheet.render.domain.TakeState.Render;
import dev.callsheet.render.domain.TakeState.Submitting;
import dev.callsheet.render.domain.TakeState.Unsure;
import dev.callsheet.render.outbound.Claims;
import dev.callsheet.render.outbound.InputAway;
import dev.callsheet.render.outbound.RenderProvider;
import dev.callsheet.render.outbound.Submissions;
import dev.callsheet.render.outbound.Submissions.Submission;
import java.io.IOException;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jboss.logging.Logger;

/** Looks at the world for one take and says what has happened: the only part that talks to the provider. */
final class Senses {
    private static final Logger LOG = Logger.getLogger(Senses.class);
    private static final int WEDGED_POLLS = 6;
    /** After so many tries an address of the partner's that does not answer ends the take. */
    private static final int MOST_LOOKS = 5;

    private static final Duration SOON = Duration.ofSeconds(1);

    private final RenderSettings settings;
    private final Studio studio;
    private final RenderProvider provider;
    private final Submissions submissions;
    private final Claims claims;
    private final Lease lease;
    private final InstantSource clock;

    Senses(
            RenderSettings settings,
            Studio studio,
            RenderProvider provider,
            Submissions submissions,
            Claims claims,
            Lease lease,
            InstantSource clock) {
        this.settings = settings;
        this.studio = studio;
        this.provider = provider;
        this.submissions = submissions;
        this.claims = claims;
        this.lease = lease;
        this.clock = clock;
    }

    /** @param fresh whether the take came into its state just now, by this worker's own doing */
    Sensed sense(Take take, boolean fresh) throws SQLException {
        return switch (take.state()) {
            case Queued queued -> prepare(take, queued);
            case Submitting submitting ->
                fresh
                        ? submit(take, submitting)
                        : new Heard(
                                new Signal.Ambiguous("the worker stopped between the intent and the answer"),
                                Duration.ZERO);
            case Unsure unsure -> reconcile(take, unsure);
            case TakeState.Rendering(var render, var _) -> poll(render, false);
            case TakeState.Wedged(var render) -> poll(render, true);
            case Fetching fetching -> fetch(take, fetching);
            case TakeState.Finished _, TakeState.Failed _, TakeState.Cancelled _ -> new Gone();
        };
    }

    private Sensed prepare(Take take, Queued queued) throws SQLException {
        try {
            return new Heard(studio.prepare(take), Duration.ZERO);
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

    private Sensed submit(Take take, Submitting submitting) throws SQLException {
        Optional<Submission> owned = submissions.owned(take, settings.worker());
        if (owned.isEmpty()) {
            return new Gone();
        }
        if (!lease.held()) {
            return new Nothing(SOON);
        }
        int tries = submitting.tries();
        return switch (provider.submit(take.model(), owned.get().payload())) {
            case SubmitAnswer.Accepted(var id) -> new Heard(new Signal.Accepted(id), settings.pollInterval());
            case SubmitAnswer.NotSent(var cause) -> backOff(take, tries, cause);
            case SubmitAnswer.PutOff(var cause, var after) ->
                after == null ? backOff(take, tries, cause) : new Heard(new Signal.NotTaken(cause), after);
            case SubmitAnswer.Closed(var cause) -> close(take, cause);
            case SubmitAnswer.Refused(var code, var message) ->
                new Heard(new Signal.Refused(code, message, false), Duration.ZERO);
            case SubmitAnswer.Ambiguous(var cause) -> new Heard(new Signal.Ambiguous(cause), Duration.ZERO);
        };
    }

    private Sensed close(Take take, String cause) {
        try {
            if (claims.pause(take.model(), clock.instant().plus(settings.pause()), cause)) {
                LOG.warnf("model %s rests for %s: %s", take.model(), settings.pause(), cause);
            }
        } catch (SQLException e) {
            LOG.warnf("model %s could not be paused: %s", take.model(), e.getMessage());
        }
        return new Heard(new Signal.NotTaken(cause), Duration.ZERO);
    }

    private Heard backOff(Take take, int tries, String cause) {
        return new Heard(new Signal.NotTaken(cause), settings.backoff().after(tries + 1, take.id()));
    }

    /** Only a list that was asked for after the settle time can prove that the job is not there. */
    private Sensed reconcile(Take take, Unsure unsure) throws SQLException {
        Submission submission = submissions
                .find(take.id())
                .orElseThrow(() -> new IllegalStateException("table submissions: no row " + take.id()));
        Instant asked = clock.instant();
        List<Job> listed;
        try {
            listed = provider.list(take.model());
        } catch (IOException e) {
            LOG.warnf("take %s stays unsure: %s", take.id(), e.getMessage());
            return new Nothing(settings.pollInterval());
        }
        Set<String> known =
                submissions.known(listed.stream().map(Job::providerId).toList());
        Optional<Job> found = Marker.of(submission.payload()).find(listed, unsure.submittedAt(), known);
        if (found.isPresent()) {
            return new Heard(new Signal.Accepted(found.get().providerId()), Duration.ZERO);
        }
        return asked.isBefore(unsure.since().plus(settings.settle()))
                ? new Nothing(SOON)
                : new Heard(
                        new Signal.NotTaken("not among " + listed.size() + " jobs listed " + settings.settle()
                                + " after the lost answer"),
                        Duration.ZERO);
    }

    private Sensed poll(Render render, boolean wedged) {
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
                new Heard(
                        new Signal.Refused("provider.cancelled", "the provider has cancelled the job", true),
                        Duration.ZERO);
            case JobStatus.Unknown _ ->
                !wedged && running.compareTo(settings.settle()) > 0
                        ? new Heard(new Signal.Late("the provider does not know the job any more"), interval)
                        : new Nothing(interval);
            case JobStatus.Running(var word) ->
                !wedged && running.compareTo(settings.lateAfter()) > 0
                        ? new Heard(new Signal.Late("still '" + word + "' after " + running), interval)
                        : new Nothing(interval);
        };
    }

    private Sensed fetch(Take take, Fetching fetching) throws SQLException {
        try {
            JobStatus status = provider.read(fetching.render().providerId()).status();
            if (status instanceof JobStatus.Succeeded(var url)) {
                Draft draft = studio.draft(take);
                Fact.Clip clip = studio.store(take, fetching, url);
                List<String> repairs = new ArrayList<>(draft.repairs());
                submissions.find(take.id()).ifPresent(submission -> repairs.addAll(submission.repairs()));
                return new Heard(new Signal.Stored(clip, repairs), Duration.ZERO);
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
