package dev.callsheet.twin.queue;

import dev.callsheet.twin.queue.domain.Job;
import dev.callsheet.twin.queue.outbound.Buckets;
import dev.callsheet.twin.queue.outbound.Buckets.Bucket;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/** Where the files of finished jobs are: rendered ones on disk, canned ones composed when they are asked for. */
@ApplicationScoped
public class Clips {

    private final Buckets buckets;
    private final CannedClips canned;

    Clips(Buckets buckets, CannedClips canned) {
        this.buckets = buckets;
        this.canned = canned;
    }

    /** A file of a job. */
    public sealed interface Artifact {

        /** On disk. */
        record Stored(Path file) implements Artifact {}

        /** In memory. */
        record Composed(byte[] content) implements Artifact {}

        /** What an answer can carry. */
        default Object entity() {
            return switch (this) {
                case Stored(var file) -> file;
                case Composed(var content) -> content;
            };
        }

        /** All of it. */
        default byte[] bytes() {
            return switch (this) {
                case Stored(var file) -> read(file);
                case Composed(var content) -> content;
            };
        }
    }

    /** The file of that name, or empty if the job has none. */
    public Optional<Artifact> artifact(Job job, String name) {
        return buckets.file(Bucket.ARTIFACTS, name)
                .<Artifact>map(Artifact.Stored::new)
                .or(() -> canned(job, name));
    }

    private Optional<Artifact> canned(Job job, String name) {
        if (name.equals(job.id() + ".mp4")) {
            return canned.clip(job).map(Artifact.Composed::new);
        }
        return name.equals(job.id() + ".jpg") ? canned.thumbnail(job).map(Artifact.Stored::new) : Optional.empty();
    }

    private static byte[] read(Path file) {
        try {
            return Files.readAllBytes(file);
        } catch (IOException e) {
            throw new UncheckedIOException("an artifact cannot be read", e);
        }
    }
}
