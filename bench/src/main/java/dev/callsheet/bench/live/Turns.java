package dev.callsheet.bench.live;

import java.util.EnumMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The moments of one session's present turn, as its viewer and its providers see them: both are this process, so one clock
 * serves (nanoseconds). Used on one thread.
 */
final class Turns {
    private final Map<Stage, Long> begun = new EnumMap<>(Stage.class);
    private final Map<Stage, Long> spent = new EnumMap<>(Stage.class);
    private long asked;
    private long answered;
    private int number;

    /** What one turn took, in nanoseconds. @param control from the words to the first sign that they were taken */
    record Seen(long control, long whole, long atProviders) {
        long added() {
            return whole - atProviders;
        }
    }

    /** Words that name this turn and no other. */
    String ask(int session, long now) {
        begun.clear();
        spent.clear();
        answered = 0;
        asked = now;
        number++;
        return "s" + session + "n" + number;
    }

    void taken(long now) {
        if (answered == 0) {
            answered = now;
        }
    }

    void begin(Stage stage, long now) {
        begun.putIfAbsent(stage, now);
    }

    void end(Stage stage, long now) {
        Long from = begun.get(stage);
        if (from != null) {
            spent.putIfAbsent(stage, now - from);
        }
    }

    /** The turn is seen to be spoken. @return null unless all stages were seen */
    @Nullable
    Seen spoken(long now) {
        if (spent.size() < Stage.values().length || answered == 0) {
            return null;
        }
        long providers = spent.values().stream().mapToLong(Long::longValue).sum();
        return new Seen(answered - asked, now - asked, providers);
    }
}
