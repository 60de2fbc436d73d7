package dev.callsheet.chaos.plan;

import dev.callsheet.stack.StackFailure;

/** The plan is none; the message says where. */
public final class PlanUnreadable extends StackFailure {
    PlanUnreadable(String message) {
        super(message);
    }

    /** A strike at something that does not run. */
    public static PlanUnreadable part(String found) {
        return new PlanUnreadable(
                "strikes.part: found '" + found + "'; allowed are worker, kafka, postgres, object-store, twin");
    }
}
