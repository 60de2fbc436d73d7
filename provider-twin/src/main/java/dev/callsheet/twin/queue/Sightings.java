package dev.callsheet.twin.queue;

import dev.callsheet.twin.queue.domain.Job;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** How often jobs with faults were read in each of their states; a restart forgets it. Thread-safe. */
@ApplicationScoped
public class Sightings {

    private final Map<String, Integer> seen = new ConcurrentHashMap<>();

    /** Counts a read; returns the how-many-th it is, from 1. */
    public int read(Job job) {
        return job.faults().isEmpty() ? 1 : seen.merge(key(job), 1, Integer::sum);
    }

    /** The number of the last read, at least 1: what a list shows. */
    public int last(Job job) {
        return job.faults().isEmpty() ? 1 : seen.getOrDefault(key(job), 1);
    }

    private static String key(Job job) {
        return job.id() + " " + job.state().word();
    }
}
