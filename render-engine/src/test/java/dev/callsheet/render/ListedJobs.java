package dev.callsheet.render;

import com.fasterxml.jackson.databind.JsonNode;
import dev.callsheet.render.domain.Job;
import dev.callsheet.render.domain.JobStatus;
import dev.callsheet.render.domain.Marker;
import dev.callsheet.render.domain.SubmitAnswer;
import dev.callsheet.render.outbound.ContentSource;
import dev.callsheet.render.outbound.MediaFormat;
import dev.callsheet.render.outbound.RenderProvider;
import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BooleanSupplier;

/** A provider that only lists, and knows what it lists. */
final class ListedJobs implements RenderProvider {
    final List<Job> jobs = new ArrayList<>();
    boolean away;

    @Override
    public List<Job> list(String model) throws IOException {
        if (away) {
            throw new IOException("503");
        }
        return List.copyOf(jobs);
    }

    @Override
    public Job read(String providerId) {
        return jobs.stream()
                .filter(job -> job.providerId().equals(providerId))
                .findFirst()
                .orElse(new Job(providerId, new JobStatus.Unknown(), Marker.NONE, Instant.EPOCH));
    }

    @Override
    public SubmitAnswer submit(String model, JsonNode payload, BooleanSupplier still) {
        throw new AssertionError("nothing is submitted here");
    }

    @Override
    public String cancel(String providerId) {
        throw new AssertionError("nothing is cancelled here");
    }

    @Override
    public String upload(MediaFormat format, long length, ContentSource content) {
        throw new AssertionError("nothing is uploaded here");
    }
}
