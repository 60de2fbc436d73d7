package dev.callsheet.chaos.plan;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.List;

/**
 * Something that is done to a process again and again.
 *
 * @param part {@code worker}, {@code kafka}, {@code postgres}, {@code object-store} or {@code twin}
 * @param everySeconds mean time between two of them; the times are exponentially distributed
 * @param away from and to, seconds until it runs again
 */
public record Strike(String part, How how, double everySeconds, List<Double> away) {
    public Strike {
        away = List.copyOf(away);
        if (everySeconds <= 0 || away.size() != 2 || away.get(0) > away.get(1)) {
            throw new PlanUnreadable("strikes: found every " + everySeconds + " s, away " + away
                    + "; needed are a number above 0 and [from, to]");
        }
    }

    public enum How {
        /** SIGKILL, and started again. */
        @JsonProperty("kill")
        KILL,
        /** SIGTERM, and started again when it has ended. */
        @JsonProperty("terminate")
        TERMINATE,
        /** SIGQUIT, PostgreSQL's immediate shutdown, and started again. */
        @JsonProperty("quit")
        QUIT,
        /** SIGSTOP, then SIGCONT. */
        @JsonProperty("stop")
        STOP
    }
}
