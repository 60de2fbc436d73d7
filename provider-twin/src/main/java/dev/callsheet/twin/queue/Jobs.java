package dev.callsheet.twin.queue;

import dev.callsheet.twin.queue.domain.Job;
import dev.callsheet.twin.queue.outbound.JobLog;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;

/** Every job the twin knows, in memory and on disk, in the order of acceptance. Thread-safe. */
@ApplicationScoped
public class Jobs {

    private final Map<String, Job> byId = new HashMap<>();
    private final Map<String, CompletableFuture<Job>> awaited = new HashMap<>();
    private final JobIndex index = new JobIndex();
    private final JobLog log;
    private final Agenda agenda;

    Jobs(JobLog log, Agenda agenda) {
        this.log = log;
        this.agenda = agenda;
        log.all().forEach(this::know);
    }

    /**
     * What was submitted so far.
     *
     * @param duplicates accepted jobs whose model and payload had been accepted before
     */
    public record Counts(int accepted, int duplicates, Map<String, Integer> byState) {}

    /** Takes a new job in; it is on disk when this returns. */
    public synchronized void add(Job job) {
        log.accepted(job);
        know(job);
    }

    /** Replaces a job by what the change makes of it, on disk first; empty if there is no such job. */
    public synchronized Optional<Job> change(String id, UnaryOperator<Job> change) {
        var before = byId.get(id);
        if (before == null) {
            return Optional.empty();
        }
        var after = change.apply(before);
        if (!after.equals(before)) {
            log.changed(after);
            byId.put(id, after);
            index.changed(before, after);
            agenda.note(after);
            tellEnd(after);
        }
        return Optional.of(after);
    }

    /** The job of that id. */
    public synchronized Optional<Job> find(String id) {
        return Optional.ofNullable(byId.get(id));
    }

    /** All jobs, oldest first. */
    public synchronized List<Job> all() {
        return index.order("").stream().map(this::known).toList();
    }

    /** Something about each job, oldest first; all at the same moment: nothing changes or is charged in between. */
    public synchronized <T> List<T> map(Function<Job, T> about) {
        return index.order("").stream().map(id -> about.apply(known(id))).toList();
    }

    /**
     * The newest jobs, newest first.
     *
     * @param model of that model; of all if it is empty
     */
    public synchronized List<Job> newest(String model, int most, Predicate<Job> wanted) {
        var found = new ArrayList<Job>();
        for (var id : index.order(model).reversed()) {
            if (found.size() >= most) {
                break;
            }
            var job = known(id);
            if (wanted.test(job)) {
                found.add(job);
            }
        }
        return found;
    }

    /** Completes with the job when it has ended. */
    public synchronized CompletableFuture<Job> end(String id) {
        var end = awaited.computeIfAbsent(id, _ -> new CompletableFuture<>());
        find(id).ifPresent(this::tellEnd);
        return end;
    }

    /** How many jobs take one of the places. */
    public synchronized int placed() {
        return index.placed();
    }

    /** How many jobs of that prompt were accepted so far. */
    public synchronized int withPrompt(String prompt) {
        return index.withPrompt(prompt);
    }

    /** Totals over all jobs. */
    public synchronized Counts counts() {
        return index.counts();
    }

    /** Ids of jobs whose model and payload were accepted more than once, in groups. */
    public synchronized List<List<String>> duplicates() {
        return index.duplicates();
    }

    private void know(Job job) {
        byId.put(job.id(), job);
        index.added(job);
        agenda.note(job);
    }

    private Job known(String id) {
        return Optional.ofNullable(byId.get(id)).orElseThrow();
    }

    private void tellEnd(Job job) {
        if (job.state().ended()) {
            Optional.ofNullable(awaited.remove(job.id())).ifPresent(end -> end.complete(job));
        }
    }
}
