package dev.callsheet.chaos.plan;

import com.fasterxml.jackson.annotation.JsonProperty;

/**
 * One thing that goes wrong, as a file of {@code chaos/plans/faults} tells it.
 *
 * @param title for people
 * @param part whom: {@code kafka}, {@code postgres}, {@code object-store}, {@code twin} or a service; {@code none} for nothing
 * @param which the number of the process, from 1; 0 for each of them, one after the other
 * @param lasts seconds until it is taken back; of a restart, how long it is away
 * @param jump seconds by which the clock goes, back if negative; 0 for other faults
 * @param repeats whether callers may have to repeat a call; if not, one that fails is a violation
 */
public record Fault(String title, String part, How how, int which, double lasts, double jump, boolean repeats) {
    public Fault {
        if (lasts < 0 || which < 0 || (how == How.JUMP) != (jump != 0)) {
            throw new PlanUnreadable("fault '" + title + "': found which " + which + ", lasts " + lasts + ", jump "
                    + jump + "; needed are numbers from 0 on, and a jump for a clock only");
        }
    }

    public enum How {
        /** Nothing is done: how it goes without. */
        @JsonProperty("nothing")
        NOTHING,
        /** SIGKILL, and started again. */
        @JsonProperty("kill")
        KILL,
        /** SIGSTOP, then SIGCONT. */
        @JsonProperty("stop")
        STOP,
        /** SIGQUIT, PostgreSQL's immediate shutdown, and started again. */
        @JsonProperty("quit")
        QUIT,
        /** SIGTERM, and started again when it has ended; each when the one before it is ready. */
        @JsonProperty("roll")
        ROLL,
        /** Its disk has no byte left. */
        @JsonProperty("fill")
        FILL,
        /** Its clock shows another time at once; what runs by intervals does not notice. */
        @JsonProperty("jump")
        JUMP
    }
}
