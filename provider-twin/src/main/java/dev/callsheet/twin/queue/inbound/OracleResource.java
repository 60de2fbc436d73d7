package dev.callsheet.twin.queue.inbound;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.callsheet.twin.billing.Journal;
import dev.callsheet.twin.queue.Clips;
import dev.callsheet.twin.queue.Jobs;
import dev.callsheet.twin.queue.domain.Job;
import dev.callsheet.twin.queue.domain.JobState;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** All that a checker of a client's books needs, in one call; a door of the twin. */
@Path("/twin/oracle")
@Produces(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
public class OracleResource {

    private final Jobs jobs;
    private final Journal journal;
    private final Clips clips;

    OracleResource(Jobs jobs, Journal journal, Clips clips) {
        this.jobs = jobs;
        this.journal = journal;
        this.clips = clips;
    }

    /**
     * Everything at this moment.
     *
     * @param micros what all jobs were charged together, in millionths of a US dollar
     * @param duplicates ids of jobs whose model and payload were accepted more than once, in groups
     */
    public record Oracle(int accepted, int charged, long micros, List<Line> jobs, List<List<String>> duplicates) {}

    /**
     * One accepted job, oldest first.
     *
     * @param seed the seed of the payload, or what the twin chose if it names none
     * @param faults what was wrong with it as long as it lived
     * @param sha256 of its clip, where it has one and hashes were asked for
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Line(
            String id,
            String org,
            String model,
            long seed,
            String state,
            long micros,
            Instant acceptedAt,
            Instant updatedAt,
            List<String> faults,
            @Nullable String sha256) {}

    /** Every accepted job and what it was charged; with {@code hashes}, the SHA-256 of every clip. */
    @GET
    public Oracle tell(@QueryParam("hashes") boolean hashes) {
        var lines = jobs.map(job -> new Bill(job, journal.charged(job.model(), job.id()))).stream()
                .map(bill -> line(bill, hashes))
                .toList();
        return new Oracle(
                lines.size(),
                (int) lines.stream().filter(line -> line.micros() > 0).count(),
                lines.stream().mapToLong(Line::micros).sum(),
                lines,
                jobs.duplicates());
    }

    private record Bill(Job job, long micros) {}

    private Line line(Bill bill, boolean hashes) {
        var job = bill.job();
        return new Line(
                job.id(),
                job.org(),
                job.model(),
                job.seed(),
                job.state().word(),
                bill.micros(),
                job.createdAt(),
                job.updatedAt(),
                job.faults().stream().map(blow -> blow.fault().word()).toList(),
                hashes ? sha256(job) : null);
    }

    private @Nullable String sha256(Job job) {
        return job.state() instanceof JobState.Succeeded(var clip)
                ? clips.artifact(job, clip.video())
                        .map(artifact -> sha256(artifact.bytes()))
                        .orElse(null)
                : null;
    }

    private static String sha256(byte[] bytes) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has SHA-256", e);
        }
    }
}
