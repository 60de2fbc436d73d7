package dev.callsheet.twin.queue.domain;

import dev.callsheet.twin.queue.domain.fault.Blow;
import dev.callsheet.twin.queue.domain.fault.JobFault;
import dev.callsheet.twin.queue.domain.fault.Traits;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** How an accepted job is going to end; settled when it is accepted. */
public sealed interface JobFate {

    /** It is rendered, and succeeds if the rendering does. */
    record Rendered() implements JobFate {}

    /** It fails after its time, with this reason. */
    record Doomed(String reason) implements JobFate {}

    /** It stays in processing for that long, or until somebody releases it. */
    record Wedged(Duration lasts) implements JobFate {}

    /**
     * The fate that a job's faults lead to; a job that has vanished for ever never ends.
     *
     * @param upstreamRefusal what the model behind the queue finds wrong with the payload
     */
    static JobFate of(List<Blow> faults, Optional<String> upstreamRefusal) {
        JobFate fate = upstreamRefusal.<JobFate>map(Doomed::new).orElseGet(Rendered::new);
        for (var blow : faults) {
            if (blow.fault() instanceof JobFault fault) {
                fate = of(fault, blow, fate);
            }
        }
        return fate;
    }

    private static JobFate of(JobFault fault, Blow blow, JobFate otherwise) {
        return switch (fault) {
            case JOB_FAILED, JOB_FAILED_TOP_LEVEL, JOB_FAILED_REASON, JOB_FAILED_SILENTLY ->
                new Doomed("InternalError: the model gave up on this request");
            case THROTTLED_JOB -> new Doomed("Upstream error: rate limit exceeded(RPM)");
            case UNSAFE_JOB -> new Doomed("DataInspectionFailed: the request was refused by the content policy");
            case JOB_WEDGED -> new Wedged(blow.lasts());
            case JOB_VANISHED -> blow.lasts().compareTo(Traits.FOREVER) >= 0 ? new Wedged(Traits.FOREVER) : otherwise;
            case FINISHED_JOB_VANISHED,
                    STATUS_BACKWARDS,
                    UNKNOWN_STATUS,
                    EMPTY_OUTCOME,
                    THUMBNAIL_ONLY,
                    OUTCOME_MEDIA_URLS,
                    OUTCOME_VIDEO_URL,
                    OUTCOME_AUDIO_URL,
                    LIST_LAG -> otherwise;
        };
    }
}
