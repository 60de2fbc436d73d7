package dev.callsheet.render;

import dev.callsheet.contracts.TakeId;

/** Steps at which a worker can be made to die or freeze, to show that no harm comes of it. Does nothing in service. */
@FunctionalInterface
public interface FaultPoint {
    /** Nothing ever happens. */
    FaultPoint NONE = (_, _) -> {};

    /** The steps of a take at which everything hangs on what is stored already. */
    enum Step {
        BEFORE_INTENT,
        AFTER_INTENT,
        BEFORE_POST,
        AFTER_POST,
        BEFORE_RECORD,
        AFTER_RECORD,
        BEFORE_FETCH,
        AFTER_FETCH,
        BEFORE_STORED,
        AFTER_STORED
    }

    /** A take has come to a step. */
    void reached(Step step, TakeId take);
}
