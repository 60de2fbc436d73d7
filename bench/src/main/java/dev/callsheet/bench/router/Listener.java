package dev.callsheet.bench.router;

import dev.callsheet.bench.load.RequestLog;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import org.HdrHistogram.Histogram;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;

/** Reads the outputs as they come, on a thread of its own, and records how late each is. */
final class Listener implements AutoCloseable {
    private static final double NANOS_PER_MILLI = 1e6;
    private static final long LONGEST = Duration.ofMinutes(2).toNanos();

    private final RequestLog log;
    private final OpenLoop openLoop;
    private final int first;
    private final Histogram histogram = new Histogram(LONGEST, 3);
    private final CountDownLatch positioned = new CountDownLatch(1);
    private final CountDownLatch stopping = new CountDownLatch(1);
    private final CompletableFuture<Void> done = new CompletableFuture<>();

    /** @param first number of the first request that is recorded */
    Listener(Outputs outputs, RequestLog log, OpenLoop openLoop, int first) throws InterruptedException {
        this.log = log;
        this.openLoop = openLoop;
        this.first = first;
        Thread.ofPlatform().name("listener").start(() -> run(outputs));
        positioned.await();
    }

    private void run(Outputs outputs) {
        try (KafkaConsumer<byte[], byte[]> reader = outputs.reader()) {
            reader.seekToEnd(Outputs.partitions());
            Outputs.partitions().forEach(reader::position);
            positioned.countDown();
            boolean last = false;
            while (!last) {
                // Once more after the end was told: what is committed by then is there to be read.
                last = stopping.getCount() == 0;
                var records = reader.poll(Duration.ofMillis(last ? 500 : 50));
                long now = System.nanoTime();
                for (ConsumerRecord<byte[], byte[]> kafkaRecord : records) {
                    int number = log.number(kafkaRecord.key());
                    if (number >= first) {
                        histogram.recordValue(Math.clamp(now - openLoop.intendedNanos(number), 0, LONGEST));
                    }
                }
            }
            done.complete(null);
        } catch (RuntimeException e) {
            positioned.countDown();
            done.completeExceptionally(e);
        }
    }

    /** Reads what is left. */
    void finish() {
        stopping.countDown();
        done.join();
    }

    /** A percentile in milliseconds. Only after {@link #finish}. */
    double millis(double percentile) {
        return histogram.getValueAtPercentile(percentile) / NANOS_PER_MILLI;
    }

    @Override
    public void close() {
        stopping.countDown();
        done.handle((_, _) -> null).join();
    }
}
