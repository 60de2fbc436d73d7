package dev.callsheet.twin.queue.domain;

import dev.callsheet.twin.queue.domain.JobState.Clip;
import dev.callsheet.twin.queue.domain.fault.Blow;
import dev.callsheet.twin.queue.domain.fault.JobFault;
import dev.callsheet.twin.queue.domain.fault.JobFault.Aspect;
import java.time.Instant;
import java.util.Optional;

/**
 * What an answer says of a job: the truth, as the job's faults bend it.
 *
 * @param status the word for its state
 */
public record Telling(String status, Outcome outcome) {

    private static final String UNKNOWN_WORD = "warming_up";

    /** What stands for the job's end. */
    public sealed interface Outcome {

        /** There is no end yet. */
        record None() implements Outcome {}

        /** An outcome with nothing in it. */
        record Empty() implements Outcome {}

        /** A finished clip. */
        record Media(Clip clip, OutcomeShape shape) implements Outcome {}

        /** A failure, and where its reason stands. */
        record Failure(String reason, Place place) implements Outcome {}
    }

    /** Where the reason of a failure stands. */
    public enum Place {
        OUTCOME_ERROR,
        ERROR,
        REASON,
        NOWHERE
    }

    /**
     * What is said.
     *
     * @param usual the shape of a success unless the job has one of its own
     * @param sighting the how-many-th time, from 1, that this is read of the job in its present state
     */
    public static Telling of(Job job, OutcomeShape usual, int sighting) {
        return new Telling(status(job, sighting), outcome(job, usual, sighting));
    }

    /** True if reads and lists do not know the job at this moment. */
    public static boolean hides(Job job, Instant now) {
        var blow = job.fault(Aspect.STATUS);
        if (blow.isEmpty()) {
            return false;
        }
        var since = switch (blow.get().fault()) {
            case JobFault fault when fault == JobFault.JOB_VANISHED -> job.startedAt();
            case JobFault fault
            when fault == JobFault.FINISHED_JOB_VANISHED ->
                job.state() instanceof JobState.Succeeded ? Optional.of(job.updatedAt()) : Optional.<Instant>empty();
            default -> Optional.<Instant>empty();
        };
        return since.map(start -> now.isBefore(start.plus(blow.get().lasts()))).orElse(false);
    }

    /** True if a list shows the job at this moment. */
    public static boolean listed(Job job, Instant now) {
        return !hides(job, now)
                && job.fault(Aspect.LISTING)
                        .map(blow -> !now.isBefore(job.createdAt().plus(blow.lasts())))
                        .orElse(true);
    }

    private static String status(Job job, int sighting) {
        var word = job.state().word();
        var blow = job.fault(Aspect.STATUS);
        if (blow.isEmpty() || !(job.state() instanceof JobState.Processing)) {
            return word;
        }
        int amount = blow.get().amount();
        if (blow.get().fault() == JobFault.UNKNOWN_STATUS) {
            return sighting <= amount ? UNKNOWN_WORD : word;
        }
        boolean back = blow.get().fault() == JobFault.STATUS_BACKWARDS && sighting > 1 && sighting - 1 <= amount;
        return back ? "queued" : word;
    }

    private static Outcome outcome(Job job, OutcomeShape usual, int sighting) {
        return switch (job.state()) {
            case JobState.Succeeded(var clip) -> success(job.fault(Aspect.OUTCOME), clip, usual, sighting);
            case JobState.Failed(var reason) -> new Outcome.Failure(reason, place(job));
            case JobState.Queued _, JobState.Dispatched _, JobState.Processing _, JobState.Cancelled _ ->
                new Outcome.None();
        };
    }

    private static Outcome success(Optional<Blow> blow, Clip clip, OutcomeShape usual, int sighting) {
        if (blow.isEmpty() || !(blow.get().fault() instanceof JobFault fault)) {
            return new Outcome.Media(clip, usual);
        }
        return switch (fault) {
            case EMPTY_OUTCOME ->
                sighting <= blow.get().amount() ? new Outcome.Empty() : new Outcome.Media(clip, usual);
            case THUMBNAIL_ONLY -> new Outcome.Media(clip, OutcomeShape.THUMBNAIL_ONLY);
            case OUTCOME_MEDIA_URLS -> new Outcome.Media(clip, OutcomeShape.MEDIA_URLS);
            case OUTCOME_VIDEO_URL -> new Outcome.Media(clip, OutcomeShape.VIDEO_URL);
            case OUTCOME_AUDIO_URL -> new Outcome.Media(clip, OutcomeShape.AUDIO_URL);
            default -> new Outcome.Media(clip, usual);
        };
    }

    private static Place place(Job job) {
        var fault = job.fault(Aspect.END).map(Blow::fault).orElse(JobFault.JOB_FAILED);
        if (fault == JobFault.JOB_FAILED_TOP_LEVEL) {
            return Place.ERROR;
        }
        if (fault == JobFault.JOB_FAILED_REASON) {
            return Place.REASON;
        }
        return fault == JobFault.JOB_FAILED_SILENTLY ? Place.NOWHERE : Place.OUTCOME_ERROR;
    }
}
