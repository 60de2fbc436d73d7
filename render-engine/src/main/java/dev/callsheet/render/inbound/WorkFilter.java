package dev.callsheet.render.inbound;

import dev.callsheet.contracts.Work;
import org.jspecify.annotations.Nullable;

/** Work that a worker handles in a way of its own, before it becomes a take. */
@FunctionalInterface
public interface WorkFilter {
    /** The filter of a worker that renders whatever it is assigned. */
    WorkFilter NONE = (_, _) -> false;

    /**
     * Returns whether the work is done with; if not, it becomes a take. A failure that will pass is thrown: the record is
     * delivered again, so that what is done here must be harmless when it is done twice.
     *
     * @param traceparent the trace it came in
     */
    boolean handles(Work.Assigned work, @Nullable String traceparent);
}
