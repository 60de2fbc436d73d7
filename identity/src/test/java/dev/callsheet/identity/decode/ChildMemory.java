package dev.callsheet.identity.decode;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/** Reads, all the time, the system's own high-water mark of each decoder that this process has started. */
final class ChildMemory implements AutoCloseable {
    private static final int LOOKS_PER_LISTING = 4;

    private final Map<Long, Long> peaks = new ConcurrentHashMap<>();
    private final Thread watch = Thread.ofPlatform().daemon().start(this::watch);

    /** Of the hungriest child, in KiB. */
    long peakKib() {
        return peaks.values().stream().mapToLong(Long::longValue).max().orElse(0);
    }

    /** How many decoders were seen. */
    int children() {
        return peaks.size();
    }

    /** The decoders that still run, after those who are ending have had a moment for it. */
    static List<ProcessHandle> running() throws InterruptedException {
        for (int i = 0; i < 50 && !decoders().isEmpty(); i++) {
            Thread.sleep(20);
        }
        return decoders();
    }

    private static List<ProcessHandle> decoders() {
        return ProcessHandle.current()
                .descendants()
                .filter(child -> field(child.pid(), "Name:")
                        .filter(name -> name.startsWith("ff"))
                        .isPresent())
                .toList();
    }

    private void watch() {
        try {
            while (true) {
                List<Long> children = ProcessHandle.current()
                        .children()
                        .map(ProcessHandle::pid)
                        .toList();
                for (int i = 0; i < LOOKS_PER_LISTING; i++) {
                    children.forEach(this::look);
                    Thread.sleep(2);
                }
            }
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
    }

    /** Until a child has become the decoder, it shares the memory of this process. */
    private void look(long pid) {
        if (field(pid, "Name:").filter(name -> name.startsWith("ff")).isPresent()) {
            field(pid, "VmHWM:").ifPresent(mark -> peaks.merge(pid, Long.parseLong(mark), Math::max));
        }
    }

    private static Optional<String> field(long pid, String name) {
        try {
            return Files.readAllLines(Path.of("/proc/" + pid + "/status")).stream()
                    .filter(line -> line.startsWith(name))
                    .map(line -> line.substring(name.length()).replace("kB", "").strip())
                    .findFirst();
        } catch (IOException _) {
            return Optional.empty();
        }
    }

    @Override
    public void close() {
        watch.interrupt();
    }
}
