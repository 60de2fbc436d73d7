package dev.callsheet.stack.supervisor;

import dev.callsheet.contracts.Json;
import dev.callsheet.stack.StackFailure;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.Optional;

/** The folder where a stack keeps everything: records, data, logs. */
public record StateFolder(Path root) {
    private static final long LARGE_LOG = 20L << 20;

    public StateFolder {
        root = root.toAbsolutePath().normalize();
    }

    /** Where a part keeps its data. */
    public Path data(String part) {
        return root.resolve("data").resolve(part);
    }

    public Path log(String name) {
        return root.resolve("logs").resolve(name + ".log");
    }

    /** Drops logs that have grown large; to be called while nobody writes to them. */
    void dropLargeLogs() {
        Path logs = root.resolve("logs");
        if (!Files.isDirectory(logs)) {
            return;
        }
        try (var files = Files.list(logs)) {
            for (Path log : files.toList()) {
                // The supervisor's own output may be there already.
                if (!log.equals(log("supervisor")) && Files.size(log) > LARGE_LOG) {
                    Files.delete(log);
                }
            }
        } catch (IOException e) {
            throw new StackFailure(logs + " cannot be tidied: " + e.getMessage(), e);
        }
    }

    public Path traces() {
        return root.resolve("traces");
    }

    /** What the last supervisor wrote; empty if there was none. */
    public Optional<StackRecord> record() {
        try {
            return Optional.of(Json.read(Files.readAllBytes(file()), StackRecord.class));
        } catch (NoSuchFileException e) {
            return Optional.empty();
        } catch (IOException e) {
            throw new StackFailure(file() + " cannot be read: " + e.getMessage(), e);
        }
    }

    /** In one step: a reader sees the old record or the new one. */
    void write(StackRecord stack) {
        Path draft = root.resolve("stack.json.new");
        try {
            Files.write(draft, Json.write(stack));
            Files.move(draft, file(), StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException e) {
            throw new StackFailure(file() + " cannot be written: " + e.getMessage(), e);
        }
    }

    void forget() {
        try {
            Files.deleteIfExists(file());
        } catch (IOException e) {
            throw new StackFailure(file() + " cannot be deleted: " + e.getMessage(), e);
        }
    }

    /** Held by a supervisor as long as it lives; the system frees it whatever way it ends. Empty if another holds it. */
    public Optional<FileLock> lock() {
        try {
            Files.createDirectories(root);
            var channel = FileChannel.open(
                    root.resolve("supervisor.lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
            FileLock lock = tryLock(channel);
            if (lock == null) {
                channel.close();
            }
            return Optional.ofNullable(lock);
        } catch (IOException e) {
            throw new StackFailure(root + " cannot be written: " + e.getMessage(), e);
        }
    }

    /** Whether a supervisor lives. */
    public boolean isHeld() {
        Optional<FileLock> lock = lock();
        lock.ifPresent(StateFolder::release);
        return lock.isEmpty();
    }

    static void release(FileLock lock) {
        try {
            lock.acquiredBy().close();
        } catch (IOException e) {
            throw new StackFailure("the lock cannot be released: " + e.getMessage(), e);
        }
    }

    private Path file() {
        return root.resolve("stack.json");
    }

    private static @org.jspecify.annotations.Nullable FileLock tryLock(FileChannel channel) throws IOException {
        try {
            return channel.tryLock();
        } catch (OverlappingFileLockException e) {
            return null;
        }
    }
}
