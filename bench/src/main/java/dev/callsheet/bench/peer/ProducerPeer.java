package dev.callsheet.bench.peer;

import dev.callsheet.bench.load.Closed;
import dev.callsheet.bench.load.RequestMix;
import dev.callsheet.contracts.CloudEvent;
import dev.callsheet.contracts.Json;
import dev.callsheet.contracts.KafkaBinding;
import dev.callsheet.contracts.RequestIdentity;
import dev.callsheet.contracts.TenantId;
import dev.callsheet.contracts.Topics;
import dev.callsheet.contracts.VideoRequest;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;
import org.HdrHistogram.ConcurrentHistogram;
import org.HdrHistogram.Histogram;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;

/** A bare producer, a closed loop: so many virtual threads, each waits for its ack before it sends again. */
public final class ProducerPeer {
    private static final TenantId TENANT = new TenantId("bench");

    private ProducerPeer() {}

    /**
     * Runs for the given time and writes what it saw.
     *
     * @param arguments bootstrap servers, threads, seconds not counted, seconds counted, file for the result
     */
    public static void main(String[] arguments) throws Exception {
        int threads = Integer.parseInt(arguments[1]);
        Map<String, Object> config = Map.of(
                "bootstrap.servers",
                arguments[0],
                "acks",
                "all",
                "enable.idempotence",
                true,
                "linger.ms",
                1,
                "batch.size",
                64 * 1024);
        try (var producer = new KafkaProducer<>(config, new ByteArraySerializer(), new ByteArraySerializer())) {
            var loop = new Loop(producer, new RequestMix(TENANT, 400, Instant.now()));
            for (int i = 0; i < threads; i++) {
                Thread.ofVirtual().start(loop::run);
            }
            Thread.sleep(Duration.ofSeconds(Long.parseLong(arguments[2])));
            long cpu = cpu();
            long from = loop.acked.get();
            long start = System.nanoTime();
            loop.counting = true;
            Thread.sleep(Duration.ofSeconds(Long.parseLong(arguments[3])));
            loop.counting = false;
            long nanos = System.nanoTime() - start;
            Closed seen = Closed.of(loop.acked.get() - from, nanos, cpu() - cpu, loop.histogram);
            loop.running = false;
            Files.write(Path.of(arguments[4]), Json.write(seen));
        }
    }

    private static long cpu() {
        return ProcessHandle.current().info().totalCpuDuration().orElseThrow().toNanos() / 1_000;
    }

    private static final class Loop {
        private final KafkaProducer<byte[], byte[]> producer;
        private final RequestMix mix;
        private final AtomicLong numbers = new AtomicLong();
        private final AtomicLong acked = new AtomicLong();
        private final Histogram histogram = new ConcurrentHistogram(Closed.LONGEST_NANOS, 3);
        private final Instant born = Instant.now();
        private volatile boolean running = true;
        private volatile boolean counting;

        Loop(KafkaProducer<byte[], byte[]> producer, RequestMix mix) {
            this.producer = producer;
            this.mix = mix;
        }

        void run() {
            try {
                while (running) {
                    long start = System.nanoTime();
                    producer.send(next()).get();
                    acked.incrementAndGet();
                    if (counting) {
                        histogram.recordValue(Math.min(System.nanoTime() - start, Closed.LONGEST_NANOS));
                    }
                }
            } catch (Exception e) {
                e.printStackTrace();
                Runtime.getRuntime().halt(1);
            }
        }

        private ProducerRecord<byte[], byte[]> next() {
            long number = numbers.getAndIncrement();
            var event = new CloudEvent(
                    "bare-" + number, "/bench", VideoRequest.TYPE, null, born, Map.of(), mix.body(number));
            var kafkaRecord = new ProducerRecord<>(
                    Topics.requests(TENANT),
                    RequestIdentity.of(TENANT, event).toString().getBytes(StandardCharsets.UTF_8),
                    event.data());
            KafkaBinding.write(event).headers().forEach(kafkaRecord.headers()::add);
            return kafkaRecord;
        }
    }
}
