package dev.callsheet.decoder;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Set;
import java.util.concurrent.TimeUnit;

/** A running child of the {@link Jail}: killed when its time is up or when this is closed, whichever comes first. */
public final class Child implements AutoCloseable {
    private static final int COMPLAINT_KEPT = 4096;

    /** As the system ends a program for its processor time: SIGKILL, SIGXCPU. */
    private static final Set<Integer> OUT_OF_TIME = Set.of(128 + 9, 128 + 24);

    /** Threads of it that may be busy at once: so many times faster than the clock's its time may be up. */
    private static final int BUSY_THREADS = 4;

    private final Process process;
    private final Limits limits;
    private final long started = System.nanoTime();
    private final Thread watch;
    private final Thread drain;
    private final StringBuilder complaint = new StringBuilder();
    private volatile boolean late;

    Child(Process process, Limits limits) {
        this.process = process;
        this.limits = limits;
        this.watch = Thread.ofVirtual().start(this::watch);
        this.drain = Thread.ofVirtual().start(this::keepSome);
    }

    /**
     * How a child ended.
     *
     * @param code its exit value
     * @param late whether its time was up
     * @param complaint the beginning of what it said on its standard error
     */
    public record Ending(int code, boolean late, String complaint) {}

    /** What it writes to its standard output. Closing it makes a child that still writes end. */
    public InputStream stdout() {
        return process.getInputStream();
    }

    /** Waits until it has ended; its output has been read or closed before, or it may wait for its time. */
    public Ending ended() throws InterruptedException {
        int code = process.waitFor();
        watch.join();
        drain.join();
        return new Ending(code, late || OUT_OF_TIME.contains(code) && mayBeLate(), complaint.toString());
    }

    /** The system also kills when memory runs out; that can be soon. */
    private boolean mayBeLate() {
        return (System.nanoTime() - started) * BUSY_THREADS >= limits.time().toNanos();
    }

    private void watch() {
        try {
            if (!process.waitFor(limits.time().toMillis(), TimeUnit.MILLISECONDS)) {
                late = true;
                process.destroyForcibly();
            }
        } catch (InterruptedException _) {
            process.destroyForcibly();
        }
    }

    private void keepSome() {
        try (InputStream stderr = process.getErrorStream()) {
            byte[] buffer = new byte[1024];
            for (int n = stderr.read(buffer); n >= 0; n = stderr.read(buffer)) {
                int room = COMPLAINT_KEPT - complaint.length();
                complaint.append(new String(buffer, 0, Math.min(n, Math.max(0, room)), StandardCharsets.ISO_8859_1));
            }
        } catch (IOException _) {
            // The child is gone; what it said so far is all there is.
        }
    }

    @Override
    public void close() {
        process.destroyForcibly();
    }
}
