package dev.callsheet.bench.renders;

import dev.callsheet.bench.machine.Program;
import dev.callsheet.bench.machine.Programs;
import dev.callsheet.bench.peer.WorkerPeer;
import dev.callsheet.contracts.Json;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Starts workers on the same tables and reads what they say of themselves. */
record Workers(
        Programs programs,
        Certificate certificate,
        Tables tables,
        Provider provider,
        long pollMillis,
        long leaseMillis) {

    /** @param most takes that it drives */
    Program start(String name, int most) {
        return programs.peer(
                name,
                certificate.trusted(),
                WorkerPeer.class,
                tables.url(),
                provider.queue(""),
                name,
                Integer.toString(most),
                Long.toString(pollMillis),
                Long.toString(leaseMillis),
                file(name).toString());
    }

    /** Nothing held before its first word. */
    WorkerPeer.State state(String name) {
        try {
            return Files.exists(file(name))
                    ? Json.read(Files.readAllBytes(file(name)), WorkerPeer.State.class)
                    : new WorkerPeer.State(0, 0);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Path file(String name) {
        return programs.folder().resolve(name + ".json");
    }
}
