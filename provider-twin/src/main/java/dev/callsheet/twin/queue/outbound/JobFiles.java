package dev.callsheet.twin.queue.outbound;

import com.fasterxml.jackson.databind.ObjectMapper;
import dev.callsheet.twin.StateFolder;
import dev.callsheet.twin.queue.domain.Job;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.jboss.logging.Logger;

/** Every job in a JSON file of its own, replaced as a whole at each change. */
@ApplicationScoped
public class JobFiles {

    private static final Logger LOG = Logger.getLogger(JobFiles.class);

    private final Path folder;
    private final ObjectMapper json;

    JobFiles(StateFolder state, ObjectMapper json) {
        this.folder = state.folder("jobs");
        this.json = json;
    }

    /** Writes the job; a crash leaves either the old file or the new one. */
    public void store(Job job) {
        var draft = folder.resolve(job.id() + ".draft");
        try {
            json.writeValue(draft.toFile(), StoredJob.of(job));
            Files.move(
                    draft,
                    folder.resolve(job.id() + ".json"),
                    StandardCopyOption.ATOMIC_MOVE,
                    StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException e) {
            throw new UncheckedIOException("job " + job.id() + " cannot be stored", e);
        }
    }

    /** All stored jobs, oldest first; a file that cannot be read is skipped with a warning. */
    public List<Job> all() {
        var jobs = new ArrayList<Job>();
        try (var files = Files.newDirectoryStream(folder, "*.json")) {
            for (var file : files) {
                read(file, jobs);
            }
        } catch (IOException e) {
            throw new UncheckedIOException("stored jobs cannot be read", e);
        }
        jobs.sort(Comparator.comparing(Job::createdAt));
        return jobs;
    }

    private void read(Path file, List<Job> into) {
        try {
            into.add(json.readValue(file.toFile(), StoredJob.class).job());
        } catch (IOException | IllegalStateException e) {
            LOG.warnf("skipped the unreadable job file %s: %s", file.getFileName(), e.getMessage());
        }
    }
}
