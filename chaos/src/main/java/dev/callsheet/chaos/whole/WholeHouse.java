package dev.callsheet.chaos.whole;

import dev.callsheet.chaos.machine.ClusterBroker;
import dev.callsheet.chaos.machine.Database;
import dev.callsheet.chaos.machine.ObjectStore;
import dev.callsheet.chaos.machine.Programs;
import dev.callsheet.chaos.machine.Rest;
import dev.callsheet.chaos.machine.Seat;
import dev.callsheet.chaos.machine.Service;
import dev.callsheet.chaos.machine.SmallDisk;
import dev.callsheet.chaos.machine.Tally;
import dev.callsheet.chaos.machine.WallClock;
import dev.callsheet.chaos.plan.WholePlan;
import dev.callsheet.stack.Schema;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;

/** Everything: three brokers, PostgreSQL, S3, the twin, and each service as often as the plan says. */
final class WholeHouse implements AutoCloseable {
    /** In the order of their start. */
    static final List<String> SERVICES = List.of(
            "request-api",
            "scenario-router",
            "i2v-worker",
            "r2v-worker",
            "avatar-session-service",
            "consistency-scorer");

    private static final int BROKERS = 3;
    private static final int BROKER_MEGABYTES = 192;
    private static final int STORE_MEGABYTES = 256;

    private final List<ClusterBroker> brokers;
    private final Database database;
    private final ObjectStore store;
    private final Service twin;
    private final SmallDisk brokerDisk;
    private final SmallDisk storeDisk;
    private final List<Seat> foundations = new ArrayList<>();
    private final Map<String, List<Service>> services = new LinkedHashMap<>();
    private final Map<String, List<Seat>> seats = new LinkedHashMap<>();
    private final Map<String, WallClock> clocks = new HashMap<>();

    WholeHouse(WholePlan plan, Programs programs, Path faultScript, Tally tally, Rest rest) {
        Path folder = programs.folder();
        brokerDisk = new SmallDisk(folder.resolve("kafka-data-3"), BROKER_MEGABYTES);
        storeDisk = new SmallDisk(folder.resolve("object-store"), STORE_MEGABYTES);
        brokers = ClusterBroker.of(
                programs, List.of(folder.resolve("kafka-data-1"), folder.resolve("kafka-data-2"), brokerDisk.folder()));
        database = new Database(programs, Schema.I2V);
        store = new ObjectStore(programs, storeDisk.folder());
        Map<String, String> forTwin = new HashMap<>(plan.twin().settings());
        forTwin.put("twin.state-dir", folder.resolve("twin-state").toString());
        forTwin.put("twin.faults.script", faultScript.toString());
        twin = new Service(programs, "twin", "provider-twin", forTwin);
        seat("kafka", brokers.stream().map(broker -> new Seat(broker, "kafka", tally, rest)));
        seat("postgres", Stream.of(new Seat(database, "postgres", tally, rest)));
        seat("object-store", Stream.of(new Seat(store, "object-store", tally, rest)));
        seats.values().forEach(foundations::addAll);
        seat("twin", Stream.of(new Seat(twin, "twin", tally, rest)));
        var settings = new ServiceSettings(brokers.getFirst().bootstrapServers(), database, store, twin.url());
        for (String module : SERVICES) {
            var clock = new WallClock(folder.resolve("clocks").resolve(module));
            clocks.put(module, clock);
            List<Service> replicas = new ArrayList<>();
            for (int i = 1; i <= plan.replicasOf(module); i++) {
                Map<String, String> all = settings.of(module);
                all.putAll(plan.settings().getOrDefault(module, Map.of()));
                replicas.add(new Service(programs, module + "-" + i, module, all, clock));
            }
            services.put(module, List.copyOf(replicas));
            seat(module, replicas.stream().map(replica -> new Seat(replica, module, tally, rest)));
        }
    }

    private void seat(String part, Stream<Seat> those) {
        seats.put(part, those.toList());
    }

    /** Starts everything: first what the others stand on. */
    void open() {
        together(foundations);
        new ReplicatedTopics(bootstrapServers(), BROKERS).create(SteadyLoad.TENANTS);
        together(seats.get("twin"));
        SERVICES.forEach(module -> together(seats.get(module)));
    }

    private static void together(List<Seat> those) {
        CompletableFuture.allOf(those.stream()
                        .map(seat -> CompletableFuture.runAsync(seat::open))
                        .toArray(CompletableFuture[]::new))
                .join();
    }

    /** Processes of a part, by its name in the plan; empty for an unknown one. */
    List<Seat> seats(String part) {
        return seats.getOrDefault(part, List.of());
    }

    List<Service> services(String module) {
        return services.getOrDefault(module, List.of());
    }

    /** The clock that all processes of a service read. */
    WallClock clock(String module) {
        return clocks.get(module);
    }

    /** What the part keeps its data on. */
    SmallDisk disk(String part) {
        return part.equals("kafka") ? brokerDisk : storeDisk;
    }

    String bootstrapServers() {
        return brokers.getFirst().bootstrapServers();
    }

    Database database() {
        return database;
    }

    ObjectStore store() {
        return store;
    }

    Service twin() {
        return twin;
    }

    /** Ends the services in order, one after the other. @return how long each has taken, in milliseconds */
    Map<String, Long> closeServices() {
        Map<String, Long> exits = new LinkedHashMap<>();
        for (String module : SERVICES) {
            for (Seat seat : seats(module)) {
                seat.close();
                exits.merge(module, seat.exit().toMillis(), Math::max);
            }
        }
        return exits;
    }

    @Override
    public void close() {
        closeServices();
        seats("twin").forEach(Seat::close);
        foundations.reversed().forEach(Seat::close);
        brokerDisk.close();
        storeDisk.close();
    }
}
