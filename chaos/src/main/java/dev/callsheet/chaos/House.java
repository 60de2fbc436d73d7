package dev.callsheet.chaos;

import dev.callsheet.chaos.machine.Database;
import dev.callsheet.chaos.machine.KafkaBroker;
import dev.callsheet.chaos.machine.ObjectStore;
import dev.callsheet.chaos.machine.Programs;
import dev.callsheet.chaos.machine.Rest;
import dev.callsheet.chaos.machine.Seat;
import dev.callsheet.chaos.machine.Service;
import dev.callsheet.chaos.machine.Tally;
import dev.callsheet.chaos.plan.Load;
import dev.callsheet.chaos.plan.Plan;
import dev.callsheet.contracts.TenantId;
import dev.callsheet.stack.Schema;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;

/** All processes of one run: broker, database, object store, twin and workers, each on a port of its own. */
final class House {
    private static final String TWIN_KEY = "twin-gmi-key";

    private final KafkaBroker broker;
    private final Database database;
    private final ObjectStore store;
    private final Service twin;
    private final List<Seat> foundations;
    private final Seat twinSeat;
    private final List<Seat> workers = new ArrayList<>();

    House(Plan plan, Programs programs, FaultScript script, Tally tally, Rest rest) {
        List<TenantId> tenants = plan.load().tenants().stream()
                .map(Load.Tenant::name)
                .map(TenantId::new)
                .toList();
        broker = new KafkaBroker(programs, tenants);
        database = new Database(programs, Schema.I2V);
        store = new ObjectStore(programs);
        foundations = List.of(
                new Seat(broker, "kafka", tally, rest),
                new Seat(database, "postgres", tally, rest),
                new Seat(store, "object-store", tally, rest));
        Map<String, String> forTwin = new HashMap<>(plan.twin().settings());
        forTwin.put("twin.state-dir", programs.folder().resolve("twin-state").toString());
        forTwin.put("twin.faults.script", script.file().toString());
        twin = new Service(programs, "twin", "provider-twin", forTwin);
        twinSeat = new Seat(twin, "twin", tally, rest);
        for (int i = 1; i <= plan.workers(); i++) {
            Service worker = new Service(programs, "worker-" + i, "i2v-worker", surroundings(plan));
            workers.add(new Seat(worker, "worker", tally, rest));
        }
    }

    private Map<String, String> surroundings(Plan plan) {
        Map<String, String> all = new HashMap<>(broker.properties());
        all.putAll(database.properties());
        all.putAll(store.properties());
        all.put("callsheet.gmi.url", twin.url() + "/api/v1/ie/requestqueue/apikey");
        all.put("callsheet.gmi.key", TWIN_KEY);
        all.putAll(plan.worker().settings());
        return all;
    }

    KafkaBroker broker() {
        return broker;
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

    List<Seat> workers() {
        return List.copyOf(workers);
    }

    /** Those of a kind, by its name in the plan. */
    List<Seat> seats(String kind) {
        List<Seat> all = new ArrayList<>(foundations);
        all.add(twinSeat);
        all.addAll(workers);
        return all.stream().filter(seat -> seat.kind().equals(kind)).toList();
    }

    /** Starts everything that the workers stand on. */
    void openFoundations() {
        CompletableFuture<?>[] starts = foundations.stream()
                .map(seat -> CompletableFuture.runAsync(seat::open))
                .toArray(CompletableFuture[]::new);
        CompletableFuture.allOf(starts).join();
        twinSeat.open();
    }

    void openWorkers() {
        workers.forEach(Seat::open);
    }

    /** Waits until nothing is being done to what the workers stand on, and it runs. */
    void settle() {
        foundations.forEach(Seat::settle);
        twinSeat.settle();
    }

    /** Ends the workers in order, so that nothing is written any more. */
    void closeWorkers() {
        workers.forEach(Seat::close);
    }

    void close() {
        closeWorkers();
        twinSeat.close();
        foundations.forEach(Seat::close);
    }
}
