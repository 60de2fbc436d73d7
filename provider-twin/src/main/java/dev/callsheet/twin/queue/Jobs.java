package dev.callsheet.twin.queue;

import com.fasterxml.jackson.databind.JsonNode;
import dev.callsheet.twin.queue.domain.Job;
import dev.callsheet.twin.queue.domain.JobState;
import dev.callsheet.twin.queue.outbound.JobFiles;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;

/** Every job the twin knows, in memory and on disk, in the order of acceptance. Thread-safe. */
@ApplicationScoped
public class Jobs {

    private final Map<String, Job> byId = new LinkedHashMap<>();
    private final JobFiles files;

    Jobs(JobFiles files) {
        this.files = files;
        files.all().forEach(job -> byId.put(job.id(), job));
    }

    /**
     * What was submitted so far.
     *
     * @param duplicates accepted jobs whose model and payload had been accepted before
     */
    public record Counts(int accepted, int duplicates, Map<String, Integer> byState) {}

    /** Takes a new job in. */
    public synchronized void add(Job job) {
        files.store(job);
        byId.put(job.id(), job);
    }

    /** Replaces a job by what the change makes of it, on disk first; empty if there is no such job. */
    public synchronized Optional<Job> change(String id, UnaryOperator<Job> change) {
        var before = byId.get(id);
        if (before == null) {
            return Optional.empty();
        }
        var after = change.apply(before);
        if (!after.equals(before)) {
            files.store(after);
            byId.put(id, after);
        }
        return Optional.of(after);
    }

    /** The job of that id. */
    public synchronized Optional<Job> find(String id) {
        return Optional.ofNullable(byId.get(id));
    }

    /** All jobs, oldest first. */
    public synchronized List<Job> all() {
        return List.copyOf(byId.values());
    }

    /** The jobs that have not ended, oldest first. */
    public synchronized List<Job> open() {
        return byId.values().stream().filter(job -> !job.state().ended()).toList();
    }

    /** How many jobs take one of the places. */
    public synchronized long placed() {
        return byId.values().stream().map(Job::state).filter(JobState::placed).count();
    }

    /** How many jobs of that prompt were accepted so far. */
    public synchronized long withPrompt(String prompt) {
        return byId.values().stream()
                .filter(job -> Orders.prompt(job.payload()).equals(prompt))
                .count();
    }

    /** Totals over all jobs. */
    public synchronized Counts counts() {
        var seen = new HashMap<Map.Entry<String, JsonNode>, Integer>();
        var states = new HashMap<String, Integer>();
        for (var job : byId.values()) {
            seen.merge(Map.entry(job.model(), job.payload()), 1, Integer::sum);
            states.merge(job.state().word(), 1, Integer::sum);
        }
        return new Counts(byId.size(), byId.size() - seen.size(), states);
    }
}
