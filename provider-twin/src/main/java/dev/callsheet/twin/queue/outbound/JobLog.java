package dev.callsheet.twin.queue.outbound;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.callsheet.twin.StateFolder;
import dev.callsheet.twin.queue.domain.Job;
import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jboss.logging.Logger;

/**
 * Every job in an append-only file: a line at its acceptance, a shorter one, without the payload, at each change. What is
 * appended outlives a kill of the twin, not a loss of power. A start begins with one line for each job. Not thread-safe.
 */
@ApplicationScoped
public class JobLog {

    private static final Logger LOG = Logger.getLogger(JobLog.class);

    private final Path file;
    private final ObjectMapper json;
    private final Map<String, Job> found;
    private final FileChannel channel;

    /** Reads what an earlier run has left in the state folder. */
    public JobLog(StateFolder state, ObjectMapper json) {
        this.file = state.root().resolve("jobs.jsonl");
        this.json = json;
        try {
            this.found = read();
            rewrite();
            this.channel = FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.APPEND);
        } catch (IOException e) {
            throw new UncheckedIOException("stored jobs cannot be read", e);
        }
    }

    /** The jobs that were found at the start, oldest first. */
    public Collection<Job> all() {
        return found.values();
    }

    /** Appends a new job. */
    public void accepted(Job job) {
        append(StoredJob.of(job), job.id());
    }

    /** Appends what has changed about a job. */
    public void changed(Job job) {
        append(StoredJob.of(job).withoutContent(), job.id());
    }

    @PreDestroy
    void close() throws IOException {
        channel.close();
    }

    /** The line break comes first: a line that a kill has cut short stays alone. */
    private void append(StoredJob job, String id) {
        try {
            var bytes = ByteBuffer.wrap(("\n" + json.writeValueAsString(job)).getBytes(StandardCharsets.UTF_8));
            while (bytes.hasRemaining()) {
                channel.write(bytes);
            }
        } catch (IOException e) {
            throw new UncheckedIOException("job " + id + " cannot be stored", e);
        }
    }

    private Map<String, Job> read() throws IOException {
        var jobs = new LinkedHashMap<String, Job>();
        if (Files.exists(file)) {
            try (var lines = Files.lines(file)) {
                lines.filter(line -> !line.isBlank()).forEach(line -> take(line, jobs));
            }
        }
        return jobs;
    }

    private void take(String line, Map<String, Job> jobs) {
        try {
            var stored = json.readValue(line, StoredJob.class);
            jobs.put(stored.id(), stored.job(jobs.get(stored.id())));
        } catch (JsonProcessingException | IllegalStateException e) {
            LOG.warnf("skipped an unreadable line of %s: %s", file.getFileName(), e.getMessage());
        }
    }

    private void rewrite() throws IOException {
        var draft = file.resolveSibling("jobs.draft");
        try (var out = Files.newBufferedWriter(draft)) {
            for (var job : found.values()) {
                out.write(json.writeValueAsString(StoredJob.of(job)));
                out.newLine();
            }
        }
        Files.move(draft, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    }
}
