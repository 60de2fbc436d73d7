package dev.callsheet.twin.queue.outbound;

import com.fasterxml.jackson.annotation.JsonInclude;
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
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A job as a line holds it; a line about a change leaves organisation, model and payload out.
 *
 * @param doom reason of a job that was accepted in order to fail
 * @param wedgedMillis how long a wedged job stays in processing
 * @param dueAt when a dispatched job starts, or a processed one ends
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record StoredJob(
        String id,
        @Nullable String org,
        @Nullable String model,
        @Nullable JsonNode payload,
        long seed,
        long leadMillis,
        long workMillis,
        @Nullable String doom,
        @Nullable Long wedgedMillis,
        @Nullable List<StoredBlow> faults,
        Instant createdAt,
        Instant updatedAt,
        @Nullable Instant startedAt,
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
                job.fate() instanceof JobFate.Wedged(var lasts) ? lasts.toMillis() : null,
                job.faults().isEmpty()
                        ? null
                        : job.faults().stream().map(StoredBlow::of).toList(),
                job.createdAt(),
                job.updatedAt(),
                job.startedAt().orElse(null),
                job.state().word(),
                dueAt(job.state()),
                result instanceof Clip clip ? clip.video() : null,
                result instanceof Clip clip ? clip.thumbnail() : null,
                result instanceof Broken(var reason) ? reason : null);
    }

    StoredJob withoutContent() {
        return new StoredJob(
                id,
                null,
                null,
                null,
                seed,
                leadMillis,
                workMillis,
                doom,
                wedgedMillis,
                faults,
                createdAt,
                updatedAt,
                startedAt,
                state,
                dueAt,
                video,
                thumbnail,
                reason);
    }

    /** The job; what the line leaves out is taken from the job as it was before. */
    Job job(@Nullable Job before) {
        JobFate fate = doom != null
                ? new JobFate.Doomed(doom)
                : wedgedMillis != null ? new JobFate.Wedged(Duration.ofMillis(wedgedMillis)) : new JobFate.Rendered();
        var blows = faults == null ? List.<StoredBlow>of() : faults;
        return new Job(
                id,
                known(org, before == null ? null : before.org()),
                known(model, before == null ? null : before.model()),
                known(payload, before == null ? null : before.payload()),
                seed,
                new Timing(Duration.ofMillis(leadMillis), Duration.ofMillis(workMillis)),
                fate,
                blows.stream().map(StoredBlow::blow).toList(),
                createdAt,
                updatedAt,
                Optional.ofNullable(startedAt),
                jobState());
    }

    private <T> T known(@Nullable T here, @Nullable T before) {
        if (here != null) {
            return here;
        }
        if (before != null) {
            return before;
        }
        throw new IllegalStateException("job " + id + " changed before it was accepted");
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
