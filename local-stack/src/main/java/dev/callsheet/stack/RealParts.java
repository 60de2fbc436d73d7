package dev.callsheet.stack;

import dev.callsheet.contracts.TenantId;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;

/** Real parts for one test run: fresh, on free ports, gone afterwards. */
public final class RealParts implements AutoCloseable {
    private static final List<TenantId> TENANTS = List.of(new TenantId("demo"), new TenantId("acme"));

    private final List<RunningPart> running = new ArrayList<>();
    private final Path folder;

    private RealParts(Path folder) {
        this.folder = folder;
    }

    /** Starts them side by side. The tenants {@code demo} and {@code acme} have topics. */
    public static RealParts start(Set<RealPart> wanted, Schema schema) {
        try {
            var parts = new RealParts(Files.createTempDirectory("callsheet-parts-"));
            parts.startAll(wanted, schema, Infrastructure.choose());
            return parts;
        } catch (IOException e) {
            throw new StackFailure("no temporary folder", e);
        }
    }

    /** What a service needs to reach them: configuration properties by name. */
    public Map<String, String> properties() {
        Map<String, String> all = new HashMap<>();
        running.forEach(part -> all.putAll(part.properties()));
        return all;
    }

    @Override
    public void close() {
        running.reversed().forEach(RunningPart::close);
        running.clear();
        try (var files = Files.walk(folder)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.deleteIfExists(file);
            }
        } catch (IOException e) {
            throw new StackFailure("the temporary folder cannot be emptied: " + folder, e);
        }
    }

    private void startAll(Set<RealPart> wanted, Schema schema, Infrastructure infrastructure) {
        List<CompletableFuture<RunningPart>> starting = wanted.stream()
                .map(part -> CompletableFuture.supplyAsync(
                        () -> start(part, schema, infrastructure),
                        task -> Thread.ofPlatform().name("start-" + part).start(task)))
                .toList();
        StackFailure failure = null;
        for (CompletableFuture<RunningPart> part : starting) {
            try {
                running.add(part.join());
            } catch (CompletionException e) {
                failure = new StackFailure(e.getCause().getMessage(), e.getCause());
            }
        }
        if (failure != null) {
            close();
            throw failure;
        }
    }

    private RunningPart start(RealPart part, Schema schema, Infrastructure infrastructure) {
        return switch (infrastructure) {
            case DOCKER ->
                switch (part) {
                    case KAFKA -> ContainerParts.kafka(TENANTS);
                    case POSTGRES -> ContainerParts.postgres(schema);
                    case OBJECT_STORE -> ContainerParts.objectStore();
                };
            case LOCAL ->
                switch (part) {
                    case KAFKA -> localKafka();
                    case POSTGRES -> PostgresPart.temporary(schema);
                    case OBJECT_STORE ->
                        ObjectStorePart.start(
                                Launcher.endingWithUs(),
                                folder.resolve("store"),
                                folder.resolve("store.log"),
                                ObjectStoreKeys.local(FreePorts.take(1).getFirst()));
                };
        };
    }

    private RunningPart localKafka() {
        List<Integer> ports = FreePorts.take(2);
        return KafkaPart.start(
                Launcher.endingWithUs(),
                folder.resolve("kafka"),
                folder.resolve("kafka.log"),
                ports.get(0),
                ports.get(1),
                TENANTS);
    }
}
