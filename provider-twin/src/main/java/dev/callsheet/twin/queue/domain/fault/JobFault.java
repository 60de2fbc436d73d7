package dev.callsheet.twin.queue.domain.fault;

import java.util.Locale;

/** What may be wrong with an accepted job for as long as it lives; settled at its acceptance. */
public enum JobFault implements Fault {
    /** Fails; {@code outcome.error} says why. */
    JOB_FAILED(Traits.always("job-failed"), Aspect.END),
    /** Fails; {@code error} beside the outcome says why. */
    JOB_FAILED_TOP_LEVEL(Traits.always("job-failed-top-level"), Aspect.END),
    /** Fails; {@code reason} beside the outcome says why. */
    JOB_FAILED_REASON(Traits.always("job-failed-reason"), Aspect.END),
    /** Fails; nothing says why. */
    JOB_FAILED_SILENTLY(Traits.always("job-failed-silently"), Aspect.END),
    /** Fails because the model behind the queue limits its rate; submitting again would do. */
    THROTTLED_JOB(Traits.once("throttled-job"), Aspect.END),
    /** Fails by content policy; submitting again would not do. */
    UNSAFE_JOB(Traits.always("unsafe-job"), Aspect.END),
    /** Stays in processing for the length, or until it is released. */
    JOB_WEDGED(Traits.always("job-wedged").lasting(Traits.FOREVER), Aspect.END),
    /** Unknown to reads and lists from its start on, for the length; for ever means that it never ends. */
    JOB_VANISHED(Traits.always("job-vanished").lasting(10), Aspect.STATUS),
    /** Unknown to reads and lists from its success on, for the length; charged all the same. */
    FINISHED_JOB_VANISHED(Traits.always("finished-job-vanished").lasting(10), Aspect.STATUS),
    /** Read as {@code processing} once and then as {@code queued}, for an amount of reads. */
    STATUS_BACKWARDS(Traits.always("status-backwards").amounting(2), Aspect.STATUS),
    /** The first reads during the work say a word that no one knows. */
    UNKNOWN_STATUS(Traits.always("unknown-status").amounting(3), Aspect.STATUS),
    /** The first reads of the success hold an outcome without anything in it. */
    EMPTY_OUTCOME(Traits.always("empty-outcome").amounting(2), Aspect.OUTCOME),
    /** The success names its clip as {@code thumbnail_image_url} and nowhere else. */
    THUMBNAIL_ONLY(Traits.always("thumbnail-only"), Aspect.OUTCOME),
    /** The success holds a list of media. */
    OUTCOME_MEDIA_URLS(Traits.always("outcome-media-urls"), Aspect.OUTCOME),
    /** The success holds a video address. */
    OUTCOME_VIDEO_URL(Traits.always("outcome-video-url"), Aspect.OUTCOME),
    /** The success holds an audio address. */
    OUTCOME_AUDIO_URL(Traits.always("outcome-audio-url"), Aspect.OUTCOME),
    /** The list shows the job only after the length. */
    LIST_LAG(Traits.always("list-lag").lasting(10), Aspect.LISTING);

    private final Traits traits;
    private final Aspect aspect;

    JobFault(Traits traits, Aspect aspect) {
        this.traits = traits;
        this.aspect = aspect;
    }

    /** The sides of a job; a job has at most one fault of each. */
    public enum Aspect {
        /** How it ends. */
        END,
        /** What its status says. */
        STATUS,
        /** What its outcome looks like. */
        OUTCOME,
        /** When the list knows it. */
        LISTING
    }

    @Override
    public Traits traits() {
        return traits;
    }

    @Override
    public Door door() {
        return Door.SUBMIT;
    }

    @Override
    public String slot() {
        return aspect.name().toLowerCase(Locale.ROOT);
    }

    /** The side of the job that it concerns. */
    public Aspect aspect() {
        return aspect;
    }
}
