package dev.callsheet.chaos.machine;

import dev.callsheet.stack.StackFailure;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The clock on the wall of one process, which jumps while it runs: libfaketime between it and the kernel. What is measured
 * by the running clock (CLOCK_MONOTONIC: {@code System.nanoTime}, timers, waits) goes on as it did.
 */
public final class WallClock {
    private static final List<Path> LIBRARIES = List.of(
            Path.of("/usr/lib/x86_64-linux-gnu/faketime/libfaketimeMT.so.1"),
            Path.of("/usr/lib/aarch64-linux-gnu/faketime/libfaketimeMT.so.1"));

    private final Path offset;
    private final Optional<Path> preload;

    /** @param offset the file in which it says how far the clock is off */
    public WallClock(Path offset) {
        this.offset = offset;
        this.preload = LIBRARIES.stream().filter(Files::isRegularFile).findFirst();
        jump(0);
    }

    /** Whether clocks can jump here: Debian's libfaketime is installed. */
    public boolean jumps() {
        return preload.isPresent();
    }

    /** From now on it is off by this many seconds. */
    public void jump(double seconds) {
        Path next = offset.resolveSibling(offset.getFileName() + ".next");
        try {
            // Replaced at once: a reader in between must not see half a number.
            Files.createDirectories(offset.toAbsolutePath().getParent());
            Files.writeString(next, "%+f%n".formatted(seconds));
            Files.move(next, offset, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException e) {
            throw new StackFailure("the clock cannot be set: " + offset, e);
        }
    }

    /** What a process is started with; nothing where clocks cannot jump. */
    Map<String, String> environment() {
        return preload.map(path -> Map.of(
                        "LD_PRELOAD", path.toString(),
                        "FAKETIME_TIMESTAMP_FILE", offset.toString(),
                        "FAKETIME_NO_CACHE", "1",
                        "FAKETIME_DONT_FAKE_MONOTONIC", "1",
                        "FAKETIME_FORCE_MONOTONIC_FIX", "0",
                        "FAKETIME_DONT_RESET", "1",
                        "NO_FAKE_STAT", "1"))
                .orElse(Map.of());
    }
}
