package dev.callsheet.twin.queue.outbound;

import com.fasterxml.jackson.databind.JsonNode;
import dev.callsheet.twin.queue.domain.Job;
import dev.callsheet.twin.queue.domain.JobFate;
import dev.callsheet.twin.queue.domain.JobState;
import dev.callsheet.twin.queue.domain.JobState.Broken;
import dev.callsheet.twin.queue.domain.JobState.Cancelled;
import dev.callsheet.twin.queue.domain.JobState.Clip;
import dev.callsheet.twin.queue.domain.JobState.Dispatched;
import dev.callsheet.twin.queue.domain.JobState.Failed;
import dev.callsheet.twin.queue.domain.JobState.Processing;
import dev.callsheet.twin.queue.domain.JobState.Queued;
import dev.callsheet.twin.queue.domain.JobState.Result;
import dev.callsheet.twin.queue.domain.JobState.Succeeded;
import dev.callsheet.twin.queue.domain.Timing;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A job as its file holds it.
 *
 * @param doom reason of a job that was accepted in order to fail
 * @param dueAt when a dispatched job starts, or a processed one ends
 */
record StoredJob(
        String id,
        String org,
        String model,
        JsonNode payload,
        long seed,
        long leadMillis,
        long workMillis,
        @Nullable String doom,
        boolean wedged,
        Instant createdAt,
        Instant updatedAt,
        String state,
        @Nullable Instant dueAt,
        @Nullable String video,
        @Nullable String thumbnail,
        @Nullable String reason) {

    static StoredJob of(Job job) {
        var result = result(job.state());
        return new StoredJob(
                job.id(),
                job.org(),
                job.model(),
                job.payload(),
                job.seed(),
                job.timing().lead().toMillis(),
                job.timing().work().toMillis(),
                job.fate() instanceof JobFate.Doomed(var reason) ? reason : null,
                job.fate() instanceof JobFate.Wedged,
                job.createdAt(),
                job.updatedAt(),
                job.state().word(),
                dueAt(job.state()),
                result instanceof Clip clip ? clip.video() : null,
                result instanceof Clip clip ? clip.thumbnail() : null,
                result instanceof Broken(var reason) ? reason : null);
    }

    Job job() {
        JobFate fate = doom != null ? new JobFate.Doomed(doom) : wedged ? new JobFate.Wedged() : new JobFate.Rendered();
        var timing = new Timing(Duration.ofMillis(leadMillis), Duration.ofMillis(workMillis));
        return new Job(id, org, model, payload, seed, timing, fate, createdAt, updatedAt, jobState());
    }

    private JobState jobState() {
        var due = dueAt == null ? updatedAt : dueAt;
        return switch (state) {
            case "queued" -> new Queued();
            case "dispatched" -> new Dispatched(due);
            case "processing" -> new Processing(due, stored());
            case "success" -> new Succeeded(clip());
            case "failed" -> new Failed(reason == null ? "" : reason);
            case "cancelled" -> new Cancelled();
            default -> throw new IllegalStateException("job " + id + " has an unknown state: " + state);
        };
    }

    private Optional<Result> stored() {
        return video != null ? Optional.of(clip()) : Optional.ofNullable(reason).map(Broken::new);
    }

    private Clip clip() {
        return new Clip(video == null ? "" : video, thumbnail == null ? "" : thumbnail);
    }

    private static @Nullable Instant dueAt(JobState state) {
        return switch (state) {
            case Dispatched(var startsAt) -> startsAt;
            case Processing(var endsAt, var _) -> endsAt;
            case Queued _, Succeeded _, Failed _, Cancelled _ -> null;
        };
    }

    private static @Nullable Result result(JobState state) {
        return switch (state) {
            case Processing(var _, var result) -> result.orElse(null);
            case Succeeded(var clip) -> clip;
            case Failed(var reason) -> new Broken(reason);
            case Queued _, Dispatched _, Cancelled _ -> null;
        };
    }
}
