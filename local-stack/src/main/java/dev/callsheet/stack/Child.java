package dev.callsheet.stack;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;

/** A program that we have started. */
public final class Child implements AutoCloseable {
    private static final Duration GRACE = Duration.ofSeconds(10);

    /** With an archive of some ten thousand classes to write. */
    private static final Duration GRACE_TO_WRITE = Duration.ofSeconds(45);

    private final String name;
    private final Process process;
    private final Path log;
    private final ClassArchive archive;
    private final Thread hook;

    Child(String name, Process process, Path log, ClassArchive archive) {
        this.name = name;
        this.process = process;
        this.log = log;
        this.archive = archive;
        this.hook = new Thread(this::end, "end-" + name);
    }

    public Process process() {
        return process;
    }

    void endWithUs() {
        Runtime.getRuntime().addShutdownHook(hook);
    }

    /** Waits. @throws StackFailure if it ends, or the limit passes, before the check holds */
    public void awaitReady(Duration limit, BooleanSupplier check) {
        long end = System.nanoTime() + limit.toNanos();
        while (!check.getAsBoolean()) {
            if (waitFor(Duration.ofMillis(50))) {
                throw new StackFailure(name + " ended with code " + process.exitValue() + " while starting; the end of "
                        + log + ":\n" + lastLines());
            }
            if (System.nanoTime() > end) {
                throw new StackFailure(name + " is not ready after " + limit.toSeconds() + " s; the end of " + log
                        + ":\n" + lastLines());
            }
        }
    }

    /** Waits for a program that ends by itself. @throws StackFailure unless it ends with code 0 in time */
    void awaitSuccess(Duration limit) {
        boolean ended = waitFor(limit);
        forgetHook();
        if (!ended || process.exitValue() != 0) {
            process.destroyForcibly();
            throw new StackFailure(name + " failed; the end of " + log + ":\n" + lastLines());
        }
        archive.ended(process.exitValue());
    }

    @Override
    public void close() {
        forgetHook();
        end();
    }

    private void end() {
        process.destroy();
        if (!waitFor(archive.isMade() ? GRACE_TO_WRITE : GRACE)) {
            process.destroyForcibly();
            waitFor(GRACE);
        }
        if (!process.isAlive()) {
            archive.ended(process.exitValue());
        }
    }

    private void forgetHook() {
        try {
            Runtime.getRuntime().removeShutdownHook(hook);
        } catch (IllegalStateException e) {
            // The JVM is going down: the hook is running already.
        }
    }

    private boolean waitFor(Duration limit) {
        try {
            return process.waitFor(limit.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new StackFailure("interrupted while waiting for " + name, e);
        }
    }

    private String lastLines() {
        try {
            List<String> lines =
                    Files.readString(log, StandardCharsets.UTF_8).lines().toList();
            return String.join("\n", lines.subList(Math.max(0, lines.size() - 15), lines.size()));
        } catch (IOException | UncheckedIOException e) {
            return "(the log cannot be read: " + e.getMessage() + ")";
        }
    }
}
