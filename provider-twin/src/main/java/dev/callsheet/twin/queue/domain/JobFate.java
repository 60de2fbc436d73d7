package dev.callsheet.twin.queue.domain;

import java.util.Optional;

/** How an accepted job is going to end; settled when it is accepted. */
public sealed interface JobFate {

    /** It is rendered, and succeeds if the rendering does. */
    record Rendered() implements JobFate {}

    /** It fails after its time, with this reason. */
    record Doomed(String reason) implements JobFate {}

    /** It stays in processing until somebody releases it. */
    record Wedged() implements JobFate {}

    /** The fate that a fault leads to. */
    static JobFate of(Optional<Fault> fault, Optional<String> upstreamRefusal) {
        JobFate otherwise = upstreamRefusal.<JobFate>map(Doomed::new).orElseGet(Rendered::new);
        if (fault.isEmpty()) {
            return otherwise;
        }
        return switch (fault.get()) {
            case INSUFFICIENT_CREDITS, RATE_LIMITED, UNAVAILABLE, LOST_ANSWER -> otherwise;
            case JOB_FAILED -> new Doomed("InternalError: the model gave up on this request");
            case JOB_WEDGED -> new Wedged();
        };
    }
}
