package dev.callsheet.twin.queue.outbound;

import dev.callsheet.twin.StateFolder;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Optional;
import java.util.regex.Pattern;

/** The two folders of public files: uploads and artifacts. */
@ApplicationScoped
public class Buckets {

    private static final Pattern NAME = Pattern.compile("[A-Za-z0-9][A-Za-z0-9-]{0,80}\\.[a-z0-9]{2,5}");

    private final Path uploads;
    private final Path artifacts;

    Buckets(StateFolder state) {
        this.uploads = state.folder("uploads");
        this.artifacts = state.folder("artifacts");
    }

    /** The kinds of public files. */
    public enum Bucket {
        UPLOADS("twin-uploads"),
        ARTIFACTS("twin-artifacts");

        private final String word;

        Bucket(String word) {
            this.word = word;
        }

        /** The bucket's name in addresses. */
        public String word() {
            return word;
        }

        /** The bucket of that name. */
        public static Optional<Bucket> named(String word) {
            return Optional.ofNullable(
                    UPLOADS.word.equals(word) ? UPLOADS : ARTIFACTS.word.equals(word) ? ARTIFACTS : null);
        }
    }

    /** Where a file of that name lies or will lie; empty if the name is not one of ours. */
    public Optional<Path> place(Bucket bucket, String name) {
        if (!NAME.matcher(name).matches()) {
            return Optional.empty();
        }
        return Optional.of(
                switch (bucket) {
                    case UPLOADS -> uploads.resolve(name);
                    case ARTIFACTS -> artifacts.resolve(name);
                });
    }

    /** The existing file of that name. */
    public Optional<Path> file(Bucket bucket, String name) {
        return place(bucket, name).filter(Files::isRegularFile);
    }

    /** Path of a public file in addresses, below the twin's root. */
    public static String path(Bucket bucket, String name) {
        return "/storage/" + bucket.word() + "/" + name;
    }

    /**
     * The file's own address on disk if the address is one of ours, else the address as it is. Right after a restart, or
     * on another port, the twin could not fetch its own files over HTTP.
     */
    public URI nearest(URI address) {
        var parts = address.getPath().split("/");
        if (parts.length != 4 || !parts[1].equals("storage")) {
            return address;
        }
        return Bucket.named(parts[2])
                .flatMap(bucket -> file(bucket, parts[3]))
                .map(Path::toUri)
                .orElse(address);
    }

    /** Stores a file as a whole: readers see all of it or nothing. */
    public void store(Path place, InputStream bytes) throws IOException {
        var draft = Files.createTempFile(place.getParent(), "incoming", ".draft");
        try {
            Files.copy(bytes, draft, StandardCopyOption.REPLACE_EXISTING);
            Files.move(draft, place, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } finally {
            Files.deleteIfExists(draft);
        }
    }
}
