package dev.callsheet.chaos.live;

import dev.callsheet.chaos.machine.Database;
import dev.callsheet.chaos.machine.KafkaBroker;
import dev.callsheet.chaos.machine.Programs;
import dev.callsheet.chaos.machine.Rest;
import dev.callsheet.chaos.machine.Seat;
import dev.callsheet.chaos.machine.Service;
import dev.callsheet.chaos.machine.Tally;
import dev.callsheet.contracts.Json;
import dev.callsheet.contracts.TenantId;
import dev.callsheet.stack.Schema;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The twin and two replicas of the session service, over a broker and a database of their own. */
final class LiveHouse implements AutoCloseable {
    /** Without a sign of life for this long a session ends. */
    static final Duration LEASE = Duration.ofSeconds(3);
    /** How often a replica looks for sessions whose lease is over. */
    static final Duration TICK = Duration.ofSeconds(1);

    static final String KEY = "chaos-key";
    private static final TenantId TENANT = new TenantId("chaos");

    private final KafkaBroker broker;
    private final Database database;
    private final Service twin;
    private final List<Service> services = new ArrayList<>();
    private final List<Seat> seats = new ArrayList<>();
    private final List<Seat> foundations;

    LiveHouse(Programs programs, Tally tally, Rest rest) {
        broker = new KafkaBroker(programs, List.of(TENANT));
        database = new Database(programs, Schema.AVATAR);
        twin = new Service(
                programs,
                "twin",
                "provider-twin",
                Map.of(
                        "twin.state-dir",
                                programs.folder().resolve("twin-state").toString(),
                        "twin.liveavatar.concurrency", "1000",
                        "twin.liveavatar.credits", "1000000"));
        foundations = List.of(
                new Seat(broker, "kafka", tally, rest),
                new Seat(database, "postgres", tally, rest),
                new Seat(twin, "twin", tally, rest));
        for (int i = 1; i <= 2; i++) {
            var service = new Service(programs, "sessions-" + i, "avatar-session-service", settings());
            services.add(service);
            seats.add(new Seat(service, "session service", tally, rest));
        }
    }

    private Map<String, String> settings() {
        Map<String, String> all = new HashMap<>(broker.properties());
        all.putAll(database.properties());
        all.put("callsheet.liveavatar.url", twin.url());
        all.put("callsheet.llm.url", twin.url() + "/v1");
        all.put("callsheet.speech.url", twin.url() + "/v1");
        all.put("callsheet.api-keys.\"" + Json.sha256(KEY.getBytes(StandardCharsets.UTF_8)) + "\"", TENANT.value());
        all.put("callsheet.session.lease", LEASE.toString());
        all.put("callsheet.session.sweep", TICK.toMillis() + "ms");
        all.put("callsheet.session.close-retry", "PT1S");
        all.put("quarkus.websockets-next.server.auto-ping-interval", "1s");
        return all;
    }

    /** Starts everything. */
    void open() {
        foundations.forEach(Seat::open);
        seats.forEach(Seat::open);
    }

    Database database() {
        return database;
    }

    Service twin() {
        return twin;
    }

    List<Service> services() {
        return List.copyOf(services);
    }

    /** As {@link #services}. */
    List<Seat> seats() {
        return List.copyOf(seats);
    }

    @Override
    public void close() {
        seats.forEach(Seat::close);
        foundations.reversed().forEach(Seat::close);
    }
}
