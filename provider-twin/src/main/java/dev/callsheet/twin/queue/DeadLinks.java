package dev.callsheet.twin.queue;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Addresses of clips that have stopped working. Each clip's addresses are numbered; all up to a number are dead, and what
 * is told next has the number after it. A restart forgets them. Thread-safe.
 */
@ApplicationScoped
public class DeadLinks {

    /**
     * The newest dead address of a clip.
     *
     * @param status what it answers
     */
    public record Dead(int number, int status) {}

    private static final Dead NONE = new Dead(-1, 0);

    private final Map<String, Dead> dead = new ConcurrentHashMap<>();

    /** Lets the address of that number, and those before it, answer with the status from now on. */
    public void kill(String name, int number, int status) {
        dead.put(name, new Dead(number, status));
    }

    /** What an address answers; 0 if it works. */
    public int status(String name, int number) {
        var last = dead.getOrDefault(name, NONE);
        return number <= last.number() ? last.status() : 0;
    }

    /** The number of the address that works. */
    public int fresh(String name) {
        return dead.getOrDefault(name, NONE).number() + 1;
    }
}
