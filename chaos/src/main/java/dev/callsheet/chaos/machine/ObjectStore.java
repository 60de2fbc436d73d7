package dev.callsheet.chaos.machine;

import dev.callsheet.stack.FreePorts;
import dev.callsheet.stack.ObjectStoreKeys;
import dev.callsheet.stack.ObjectStorePart;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The S3 server; its objects outlive it. */
public final class ObjectStore implements Part {
    private final Programs programs;
    private final Path data;
    private final ObjectStoreKeys keys = ObjectStoreKeys.local(FreePorts.take(1).getFirst());
    private volatile @Nullable ObjectStorePart running;

    public ObjectStore(Programs programs) {
        this(programs, programs.folder().resolve("object-store"));
    }

    /** @param data where its objects lie */
    public ObjectStore(Programs programs, Path data) {
        this.programs = programs;
        this.data = data;
    }

    @Override
    public String name() {
        return "object-store";
    }

    public ObjectStoreKeys keys() {
        return keys;
    }

    /** What a service is told of it. */
    public Map<String, String> properties() {
        return Map.of(
                "quarkus.minio.host", "127.0.0.1",
                "quarkus.minio.port", Integer.toString(keys.port()),
                "quarkus.minio.secure", "false",
                "quarkus.minio.access-key", keys.accessKey(),
                "quarkus.minio.secret-key", keys.secretKey(),
                "callsheet.store.bucket", keys.bucket());
    }

    @Override
    public void start() {
        running = ObjectStorePart.start(programs.launcher(), data, programs.log(name()), keys);
    }

    @Override
    public Optional<ProcessHandle> process() {
        return Optional.ofNullable(running).map(ObjectStorePart::process);
    }
}
