package dev.callsheet.bench.peer;

import dev.callsheet.bench.load.Closed;
import dev.callsheet.render.domain.JobStatus;
import dev.callsheet.render.outbound.gmi.GmiQueue;
import io.opentelemetry.api.OpenTelemetry;
import java.net.http.HttpClient;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.atomic.AtomicLong;
import org.HdrHistogram.ConcurrentHistogram;
import org.HdrHistogram.Histogram;

/** Reads jobs through the house's own adapter, a closed loop on virtual threads. */
public final class PollPeer {
    private PollPeer() {}

    /**
     * Runs for the given time and writes what it saw.
     *
     * @param arguments address of the queue, HTTP version as {@link HttpClient.Version} has it, threads, jobs there,
     *     seconds not counted, seconds counted, file for the result
     */
    public static void main(String[] arguments) throws Exception {
        HttpClient http = HttpClient.newBuilder()
                .version(HttpClient.Version.valueOf(arguments[1]))
                .connectTimeout(Duration.ofSeconds(5))
                .build();
        var queue = new GmiQueue(
                http,
                arguments[0],
                "bench-key",
                Duration.ofSeconds(30),
                OpenTelemetry.noop().getTracer("bench"));
        var loop = new Loop(queue, Integer.parseInt(arguments[3]));
        // With the one connection there before the others ask, none of them opens its own.
        loop.once();
        int threads = Integer.parseInt(arguments[2]);
        for (int i = 0; i < threads; i++) {
            Thread.ofVirtual().start(loop::run);
        }
        Thread.sleep(Duration.ofSeconds(Long.parseLong(arguments[4])));
        long cpu = Cpu.micros();
        long from = loop.answered.get();
        long start = System.nanoTime();
        loop.counting = true;
        Thread.sleep(Duration.ofSeconds(Long.parseLong(arguments[5])));
        loop.counting = false;
        long nanos = System.nanoTime() - start;
        Notes.write(
                Path.of(arguments[6]),
                Closed.of(loop.answered.get() - from, nanos, Cpu.micros() - cpu, loop.histogram));
        System.exit(0);
    }

    private static final class Loop {
        private final GmiQueue queue;
        private final int jobs;
        private final AtomicLong answered = new AtomicLong();
        private final Histogram histogram = new ConcurrentHistogram(Closed.LONGEST_NANOS, 3);
        private volatile boolean counting;

        Loop(GmiQueue queue, int jobs) {
            this.queue = queue;
            this.jobs = jobs;
        }

        void run() {
            while (true) {
                once();
            }
        }

        void once() {
            long start = System.nanoTime();
            try {
                String id = "job-" + ThreadLocalRandom.current().nextInt(jobs);
                if (!(queue.read(id).status() instanceof JobStatus.Running)) {
                    throw new IllegalStateException(id + " does not run");
                }
            } catch (Exception e) {
                e.printStackTrace();
                Runtime.getRuntime().halt(1);
            }
            answered.incrementAndGet();
            if (counting) {
                histogram.recordValue(Math.min(System.nanoTime() - start, Closed.LONGEST_NANOS));
            }
        }
    }
}
