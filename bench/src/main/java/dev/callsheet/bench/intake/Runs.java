package dev.callsheet.bench.intake;

import dev.callsheet.bench.load.Closed;
import dev.callsheet.bench.load.HttpLoad;
import dev.callsheet.bench.load.Posts;
import dev.callsheet.bench.machine.Broker;
import dev.callsheet.bench.machine.Program;
import dev.callsheet.bench.machine.Programs;
import dev.callsheet.bench.peer.PlainPeer;
import dev.callsheet.bench.peer.ProducerPeer;
import dev.callsheet.contracts.Json;
import dev.callsheet.stack.Checkout;
import dev.callsheet.stack.FreePorts;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** One run of one contender with so many in flight, in a fresh JVM. */
final class Runs {
    private static final String API_KEY = "bench-key";

    private final Programs programs;
    private final Broker broker;
    private final Map<String, String> database;
    private final Topic topic;
    private final List<byte[]> bodies;
    private final int warmSeconds;
    private final int seconds;

    Runs(
            Programs programs,
            Broker broker,
            Map<String, String> database,
            Topic topic,
            List<byte[]> bodies,
            int warmSeconds,
            int seconds) {
        this.programs = programs;
        this.broker = broker;
        this.database = database;
        this.topic = topic;
        this.bodies = bodies;
        this.warmSeconds = warmSeconds;
        this.seconds = seconds;
    }

    /** @param name of this run, no other's @param faults what was not accepted, lost or doubled is added */
    Closed run(Intakes which, String name, int connections, List<String> faults)
            throws IOException, InterruptedException {
        return switch (which) {
            case DESK -> desk(name, connections, Map.of(), faults);
            case DESK_ALONE ->
                desk(
                        name,
                        connections,
                        Map.of(
                                "MP_MESSAGING_INCOMING_REQUESTS_ENABLED", "false",
                                "MP_MESSAGING_INCOMING_FACTS_ENABLED", "false"),
                        faults);
            case PRODUCER -> producer(name, connections);
            case PLAIN -> plain(name, connections, faults);
        };
    }

    private Closed desk(String name, int connections, Map<String, String> more, List<String> faults)
            throws IOException, InterruptedException {
        int port = FreePorts.take(1).getFirst();
        Map<String, String> environment = new HashMap<>(database);
        environment.put("QUARKUS_HTTP_PORT", Integer.toString(port));
        environment.put("KAFKA_BOOTSTRAP_SERVERS", broker.bootstrapServers());
        // A new group at the end: what an earlier run left to be projected is not this run's.
        environment.put("MP_MESSAGING_INCOMING_REQUESTS_GROUP_ID", name);
        environment.put("MP_MESSAGING_INCOMING_REQUESTS_AUTO_OFFSET_RESET", "latest");
        environment.putAll(more);
        Path jar = Checkout.find().root().resolve(IntakeBench.SERVICE).resolve("quarkus-run.jar");
        List<String> properties = List.of("-Dcallsheet.api-keys.\""
                + Json.sha256(API_KEY.getBytes(StandardCharsets.UTF_8)) + "\"=" + topic.tenant());
        var posts = new Posts(API_KEY, name + "-", bodies);
        Closed seen;
        try (Program program = programs.service(name, jar, properties, environment);
                var http = HttpClient.newHttpClient()) {
            program.awaitReady(() -> isReady(http, port));
            seen = load(port, posts, program, connections, faults);
        }
        faults.addAll(topic.faults(name, posts, (int) posts.sent()));
        topic.empty();
        return seen;
    }

    private Closed plain(String name, int connections, List<String> faults) throws IOException {
        int port = FreePorts.take(1).getFirst();
        try (Program program = programs.peer(name, PlainPeer.class, Integer.toString(port))) {
            program.awaitReady(() -> FreePorts.isOpen(port));
            return load(port, new Posts(API_KEY, name + "-", bodies), program, connections, faults);
        }
    }

    private Closed load(int port, Posts posts, Program program, int connections, List<String> faults)
            throws IOException {
        var load = new HttpLoad(port, posts);
        Closed seen = load.run(connections, warmSeconds, seconds, program::cpuMicros);
        long accepted = load.statuses().getOrDefault(202, 0L);
        if (accepted != posts.sent()) {
            faults.add(program.name() + ": " + posts.sent() + " sent, " + accepted + " accepted; answers "
                    + load.statuses());
        }
        if (seen.perSecond() == 0) {
            faults.add(program.name() + ": no answer in the time that counts");
        }
        return seen;
    }

    private Closed producer(String name, int threads) throws IOException, InterruptedException {
        Path result = programs.folder().resolve(name + ".json");
        List<String> arguments = new ArrayList<>(List.of(
                broker.bootstrapServers(),
                Integer.toString(threads),
                Integer.toString(warmSeconds),
                Integer.toString(seconds),
                result.toString()));
        try (Program program = programs.peer(name, ProducerPeer.class, arguments.toArray(String[]::new))) {
            if (!program.ended(Duration.ofSeconds(60L + warmSeconds + seconds))) {
                throw new IOException(name + " has failed");
            }
        }
        topic.empty();
        return Json.read(Files.readAllBytes(result), Closed.class);
    }

    private static boolean isReady(HttpClient http, int port) {
        var request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + "/q/health/ready"))
                .timeout(Duration.ofSeconds(3))
                .build();
        try {
            return http.send(request, HttpResponse.BodyHandlers.discarding()).statusCode() == 200;
        } catch (IOException e) {
            return false;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }
}
