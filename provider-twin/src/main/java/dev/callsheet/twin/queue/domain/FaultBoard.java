package dev.callsheet.twin.queue.domain;

import java.time.Duration;
import java.time.Instant;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Which faults are armed, and how often each magic word has struck. Kept in memory only: a restarted twin is healthy.
 * Thread-safe.
 */
public final class FaultBoard {

    private final Map<Fault, Armed> armed = new EnumMap<>(Fault.class);
    private final Map<String, Integer> struck = new HashMap<>();
    private final Duration outage;

    /**
     * An empty board.
     *
     * @param outage how long the window lasts that a magic word {@code unavailable} opens
     */
    public FaultBoard(Duration outage) {
        this.outage = outage;
    }

    /**
     * A fault waiting for submits.
     *
     * @param left submits it will still strike
     * @param until when it goes away by itself
     */
    public record Armed(Fault fault, int left, Instant until) {}

    /** Arms a fault for the next submits and until a time, whichever ends first. */
    public synchronized void arm(Armed next) {
        armed.put(next.fault(), next);
    }

    /** The faults that wait at this moment. */
    public synchronized List<Armed> armed(Instant now) {
        armed.values().removeIf(fault -> fault.left() <= 0 || !now.isBefore(fault.until()));
        return List.copyOf(armed.values());
    }

    /** Takes every armed fault away and forgets how often magic words struck. */
    public synchronized void clear() {
        armed.clear();
        struck.clear();
    }

    /** The fault that strikes this submit: the prompt's own word first, then the oldest constant armed. */
    public synchronized Optional<Fault> strike(String prompt, Instant now) {
        var word = FaultWord.in(prompt);
        if (word.isPresent()
                && struck.merge(prompt, 1, Integer::sum) <= word.get().strikes()) {
            var fault = word.get().fault();
            if (fault == Fault.UNAVAILABLE) {
                arm(new Armed(fault, Integer.MAX_VALUE, now.plus(outage)));
            }
            return Optional.of(fault);
        }
        return armed(now).stream().findFirst().map(next -> {
            arm(new Armed(next.fault(), next.left() - 1, next.until()));
            return next.fault();
        });
    }
}
