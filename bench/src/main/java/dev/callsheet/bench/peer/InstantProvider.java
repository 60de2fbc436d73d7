package dev.callsheet.bench.peer;

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
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.BooleanSupplier;

/** Costs nothing: takes every job at once, says that it runs when first asked, and that it is done from then on. */
final class InstantProvider implements RenderProvider {
    private final AtomicLong numbers = new AtomicLong();
    private final Map<String, Boolean> asked = new ConcurrentHashMap<>();
    private final String clip;

    /** @param clip where the clips lie, all of them */
    InstantProvider(String clip) {
        this.clip = clip;
    }

    @Override
    public SubmitAnswer submit(String model, JsonNode payload, BooleanSupplier still) {
        return still.getAsBoolean()
                ? new SubmitAnswer.Accepted("job-" + numbers.getAndIncrement())
                : new SubmitAnswer.NotSent("the right to send is lost");
    }

    @Override
    public Job read(String providerId) {
        JobStatus status = asked.put(providerId, true) == null
                ? new JobStatus.Running("processing")
                : new JobStatus.Succeeded(clip);
        return new Job(providerId, status, Marker.NONE, Instant.EPOCH);
    }

    @Override
    public List<Job> list(String model) {
        return List.of();
    }

    @Override
    public String cancel(String providerId) {
        return "405";
    }

    @Override
    public String upload(MediaFormat format, long length, ContentSource content) throws IOException {
        throw new IOException("nothing is uploaded here");
    }
}
