package dev.callsheet.bench.machine;

import dev.callsheet.stack.Child;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.function.BooleanSupplier;

/** A running program and the processor time that it has used. */
public final class Program implements AutoCloseable {
    private static final Duration LIMIT = Duration.ofSeconds(90);

    private final String name;
    private final Child child;

    Program(String name, Child child) {
        this.name = name;
        this.child = child;
    }

    public String name() {
        return name;
    }

    /** User and system time of all its threads so far, in microseconds; the kernel counts in steps of 10 ms. */
    public long cpuMicros() {
        return child.process()
                .toHandle()
                .info()
                .totalCpuDuration()
                .map(duration -> duration.toNanos() / 1_000)
                .orElse(0L);
    }

    /** Waits until it answers. @throws dev.callsheet.stack.StackFailure if it ends first, or takes too long */
    public void awaitReady(BooleanSupplier check) {
        child.awaitReady(LIMIT, check);
    }

    /** Memory of it that lies in RAM, in bytes (VmRSS of proc(5) status); 0 where nobody says. */
    public long residentBytes() {
        try (var lines =
                Files.lines(Path.of("/proc", Long.toString(child.process().pid()), "status"))) {
            return lines.filter(line -> line.startsWith("VmRSS:"))
                    .findFirst()
                    .map(line -> Long.parseLong(line.replaceAll("\\D", "")) * 1024)
                    .orElse(0L);
        } catch (IOException e) {
            return 0;
        }
    }

    /** Files and sockets that it holds open (proc(5) fd); 0 where nobody says. */
    public long openFiles() {
        try (var files =
                Files.list(Path.of("/proc", Long.toString(child.process().pid()), "fd"))) {
            return files.count();
        } catch (IOException e) {
            return 0;
        }
    }

    /** Ends it as a lost machine does: it has no time to say anything. */
    public void kill() throws InterruptedException {
        child.process().destroyForcibly().waitFor();
    }

    /** Whether it ended by itself with code 0 in time. */
    public boolean ended(Duration limit) throws InterruptedException {
        return child.process().waitFor(limit) && child.process().exitValue() == 0;
    }

    public boolean alive() {
        return child.process().isAlive();
    }

    @Override
    public void close() {
        child.close();
    }
}
