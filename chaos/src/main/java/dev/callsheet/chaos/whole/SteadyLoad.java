package dev.callsheet.chaos.whole;

import dev.callsheet.chaos.machine.Rest;
import dev.callsheet.chaos.plan.WholePlan;
import dev.callsheet.contracts.CloudEvent;
import dev.callsheet.contracts.KafkaBinding;
import dev.callsheet.contracts.RequestId;
import dev.callsheet.contracts.RequestIdentity;
import dev.callsheet.contracts.TenantId;
import dev.callsheet.contracts.Topics;
import dev.callsheet.contracts.VideoRequest;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;

/**
 * Requests of every route through both doors at an even pace. As partners do it: a call that was not answered well is
 * repeated with the same key until it is; a record is handed to Kafka's own producer, which repeats by itself.
 */
final class SteadyLoad implements AutoCloseable {
    /** Owns the character of the examples. */
    static final TenantId CAST = new TenantId("demo");

    static final List<TenantId> TENANTS = List.of(CAST, new TenantId("birch"));

    private static final Duration LIMIT = Duration.ofSeconds(15);
    private static final Duration REPEAT = Duration.ofMillis(500);

    private final WholePlan plan;
    private final Bodies bodies;
    private final Replicas desks;
    private final HttpClient http;
    private final Rest rest;
    private final KafkaProducer<byte[], byte[]> producer;
    private final Random random;
    private final Map<UUID, Asked> accepted = new ConcurrentHashMap<>();
    private final ConcurrentLinkedQueue<Refusal> refusals = new ConcurrentLinkedQueue<>();
    private final AtomicInteger onTheWay = new AtomicInteger();
    private final AtomicBoolean going = new AtomicBoolean(true);

    /** A call that was not answered well, and therefore repeated. */
    record Refusal(Instant at, String what) {}

    SteadyLoad(WholePlan plan, String bootstrapServers, Bodies bodies, Replicas desks, HttpClient http, Rest rest) {
        this.plan = plan;
        this.bodies = bodies;
        this.desks = desks;
        this.http = http;
        this.rest = rest;
        this.random = new Random(plan.seed());
        this.producer = new KafkaProducer<>(
                Map.of(
                        "bootstrap.servers", bootstrapServers,
                        "acks", "all",
                        "delivery.timeout.ms", "300000",
                        "max.block.ms", "300000",
                        "request.timeout.ms", "5000",
                        "reconnect.backoff.max.ms", "500"),
                new ByteArraySerializer(),
                new ByteArraySerializer());
    }

    /** What was accepted until now. */
    Map<UUID, Asked> accepted() {
        return accepted;
    }

    List<Refusal> refusals() {
        return List.copyOf(refusals);
    }

    /** Sent, and neither answered nor acknowledged yet. */
    int onTheWay() {
        return onTheWay.get();
    }

    void start() {
        Duration pause = Duration.ofNanos(Math.round(1e9 / plan.perSecond()));
        Thread.ofPlatform().daemon().name("load").start(() -> {
            for (int number = 0; going.get() && !rest.over(); number++) {
                send(number);
                rest.shortly(pause);
            }
        });
    }

    /** Sends nothing new; what is on its way still arrives. */
    void stop() {
        going.set(false);
    }

    private void send(int number) {
        String route = route();
        TenantId tenant = route.equals(Bodies.R2V) ? CAST : TENANTS.get(random.nextInt(TENANTS.size()));
        String name = "chaos-" + plan.seed() + "-" + number;
        byte[] body = bodies.of(route, tenant, number);
        boolean byKafka = random.nextDouble() < plan.kafka();
        onTheWay.incrementAndGet();
        Thread.ofVirtual().name(name).start(() -> {
            if (byKafka) {
                produce(name, tenant, route, body);
            } else {
                post(name, tenant, route, body);
            }
        });
    }

    private void produce(String name, TenantId tenant, String route, byte[] body) {
        var event = new CloudEvent(name, "/chaos", VideoRequest.TYPE, null, Instant.now(), Map.of(), body);
        RequestId id = RequestIdentity.of(tenant, event);
        Instant at = Instant.now();
        KafkaBinding.Encoded encoded = KafkaBinding.write(event);
        var letter = new ProducerRecord<>(
                Topics.requests(tenant), id.toString().getBytes(StandardCharsets.UTF_8), encoded.value());
        encoded.headers().forEach(letter.headers()::add);
        producer.send(letter, (_, failure) -> {
            onTheWay.decrementAndGet();
            if (failure == null) {
                accept(id, tenant, route, at);
            } else {
                refusals.add(new Refusal(Instant.now(), "kafka: " + failure.getMessage()));
            }
        });
    }

    private void post(String name, TenantId tenant, String route, byte[] body) {
        Instant at = Instant.now();
        while (!rest.over()) {
            String url = desks.next();
            String what = call(url, name, tenant, body);
            if (what.isEmpty()) {
                accept(RequestId.ofKey(tenant, name), tenant, route, at);
                break;
            }
            refusals.add(new Refusal(Instant.now(), what));
            rest.shortly(REPEAT);
        }
        onTheWay.decrementAndGet();
    }

    private void accept(RequestId id, TenantId tenant, String route, Instant at) {
        int takes = route.equals(Bodies.R2V) ? Bodies.TAKES : 1;
        accepted.put(id.value(), new Asked(id, tenant, route, takes, at));
    }

    /** Empty if it was accepted. */
    private String call(String url, String key, TenantId tenant, byte[] body) {
        var request = HttpRequest.newBuilder(URI.create(url + "/v1/requests"))
                .timeout(LIMIT)
                .header("Content-Type", "application/json")
                .header("X-API-Key", key(tenant))
                .header("Idempotency-Key", key)
                .POST(HttpRequest.BodyPublishers.ofByteArray(body))
                .build();
        try {
            int status =
                    http.send(request, HttpResponse.BodyHandlers.discarding()).statusCode();
            return status / 100 == 2 ? "" : "rest: " + status;
        } catch (IOException e) {
            return "rest: " + e.getClass().getSimpleName() + " " + e.getMessage();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return "rest: interrupted";
        }
    }

    /** The key of a tenant at the doors. */
    static String key(TenantId tenant) {
        return "chaos-key-" + tenant;
    }

    private String route() {
        double all = plan.routes().values().stream().mapToDouble(share -> share).sum();
        double at = random.nextDouble() * all;
        String last = Bodies.I2V;
        for (Map.Entry<String, Double> share : new java.util.TreeMap<>(plan.routes()).entrySet()) {
            at -= share.getValue();
            last = share.getKey();
            if (at < 0) {
                return last;
            }
        }
        return last;
    }

    @Override
    public void close() {
        producer.close(Duration.ofSeconds(5));
    }
}
