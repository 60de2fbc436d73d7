package dev.callsheet.twin.queue;

import dev.callsheet.twin.queue.domain.Job;
import dev.callsheet.twin.queue.domain.JobState;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.PriorityQueue;
import java.util.Queue;

/**
 * Which jobs wait for a place, and which are due when; so that nobody has to look at all of them. An entry may be out of
 * date: then the tick that it leads to changes nothing. Thread-safe.
 */
@ApplicationScoped
public class Agenda {

    private record Due(Instant at, String id) {}

    private final Deque<String> waiting = new ArrayDeque<>();
    private final Queue<Due> due = new PriorityQueue<>(Comparator.comparing(Due::at));

    /** Writes down what comes next for a job that was accepted or has changed. */
    synchronized void note(Job job) {
        if (job.state() instanceof JobState.Queued) {
            waiting.addLast(job.id());
        } else if (job.wantsRender()) {
            due.add(new Due(Instant.MIN, job.id()));
        } else {
            job.dueAt().ifPresent(at -> due.add(new Due(at, job.id())));
        }
    }

    /** The job that waits longest for a place. */
    synchronized Optional<String> nextWaiting() {
        return Optional.ofNullable(waiting.pollFirst());
    }

    /** Takes out the jobs whose time has come. */
    synchronized List<String> due(Instant now) {
        var ids = new ArrayList<String>();
        while (!due.isEmpty() && !due.element().at().isAfter(now)) {
            ids.add(due.remove().id());
        }
        return ids;
    }
}
