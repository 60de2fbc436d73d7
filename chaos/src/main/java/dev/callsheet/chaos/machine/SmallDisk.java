package dev.callsheet.chaos.machine;

import dev.callsheet.stack.StackFailure;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** A file system of its own in memory (tmpfs), small enough to be filled; needs root and the right to mount. */
public final class SmallDisk implements AutoCloseable {
    private static final byte[] BLOCK = new byte[256 * 1024];

    private final Path folder;
    private final boolean mounted;

    /** @param megabytes how much there is room for */
    public SmallDisk(Path folder, int megabytes) {
        this.folder = folder;
        try {
            Files.createDirectories(folder);
        } catch (IOException e) {
            throw new StackFailure("the folder cannot be made: " + folder, e);
        }
        this.mounted = run("mount", "-t", "tmpfs", "-o", "size=" + megabytes + "m", "tmpfs", folder.toString());
        Runtime.getRuntime().addShutdownHook(new Thread(this::close, "unmount"));
    }

    /** Whether it is one; if not, it is a folder like any other. */
    public boolean mounted() {
        return mounted;
    }

    public Path folder() {
        return folder;
    }

    /** Takes every byte that is left. */
    public void fill() {
        try (OutputStream filler = Files.newOutputStream(filler())) {
            while (true) {
                filler.write(BLOCK);
            }
        } catch (IOException e) {
            // No space left on device: that is what was wanted.
        }
    }

    /** Gives them back. */
    public void empty() {
        try {
            Files.deleteIfExists(filler());
        } catch (IOException e) {
            throw new StackFailure("the disk cannot be emptied: " + folder, e);
        }
    }

    @Override
    public void close() {
        if (mounted && Files.isDirectory(folder)) {
            run("umount", "-l", folder.toString());
        }
    }

    private Path filler() {
        return folder.resolve("filler");
    }

    private static boolean run(String... command) {
        try {
            Process process = new ProcessBuilder(List.of(command))
                    .redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                    .start();
            return process.waitFor(10, TimeUnit.SECONDS) && process.exitValue() == 0;
        } catch (IOException e) {
            return false;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }
}
