package dev.callsheet.bench.intake;

import static dev.callsheet.bench.report.Ratio.atLeast;
import static dev.callsheet.bench.report.Ratio.atMost;

import dev.callsheet.bench.Options;
import dev.callsheet.bench.Progress;
import dev.callsheet.bench.load.Closed;
import dev.callsheet.bench.load.RequestMix;
import dev.callsheet.bench.machine.Broker;
import dev.callsheet.bench.machine.Machine;
import dev.callsheet.bench.machine.Programs;
import dev.callsheet.bench.report.Figures;
import dev.callsheet.bench.report.Ratio;
import dev.callsheet.bench.report.Report;
import dev.callsheet.contracts.TenantId;
import dev.callsheet.stack.PostgresPart;
import dev.callsheet.stack.Schema;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.kafka.clients.admin.Admin;

/** The front desk: POST with validation, idempotency and the broker's ack, against the two halves of that way. */
public final class IntakeBench {
    /** Where the service stands, below the checkout; a property names another build of it for a before and after. */
    static final String SERVICE = System.getProperty("callsheet.bench.intake", "request-api/target/quarkus-app");

    private static final TenantId TENANT = new TenantId("bench");
    private static final List<Integer> CONNECTIONS = List.of(16, 128);

    private final Options options;
    private final Progress progress;

    public IntakeBench(Options options, Progress progress) {
        this.options = options;
        this.progress = progress;
    }

    public Report run(Programs programs) throws InterruptedException {
        int warm = options.brief() ? 2 : 15;
        int seconds = options.brief() ? 2 : 10;
        var mix = new RequestMix(TENANT, 400, Instant.now());
        var figures = new Figures();
        List<String> faults = new ArrayList<>();
        Machine before = Machine.now();
        try (Broker broker = Broker.start(programs, TENANT);
                PostgresPart postgres = PostgresPart.temporary(Schema.REQUEST_API);
                Admin admin = Admin.create(Map.of("bootstrap.servers", broker.bootstrapServers()))) {
            var topic = new Topic(broker.bootstrapServers(), admin, TENANT);
            var runs = new Runs(programs, broker, environment(postgres), topic, mix.wellFormed(), warm, seconds);
            for (int round = 1; round <= options.rounds(); round++) {
                for (int connections : options.brief() ? CONNECTIONS.subList(1, 2) : CONNECTIONS) {
                    for (Intakes which : Intakes.values()) {
                        if (!options.runs(which) || options.brief() && which == Intakes.DESK_ALONE) {
                            continue;
                        }
                        String name = which.name().toLowerCase(java.util.Locale.ROOT) + "-" + connections + "-" + round;
                        Closed seen = runs.run(which, name, connections, faults);
                        String label = label(which, connections);
                        figures.add(label, "requests/s", seen.perSecond());
                        figures.add(label, "CPU us/request", seen.cpuMicros());
                        figures.add(label, "p50 ms", seen.p50Millis());
                        figures.add(label, "p99 ms", seen.p99Millis());
                        progress.say(
                                round, label, figures, List.of("requests/s", "CPU us/request", "p50 ms", "p99 ms"));
                    }
                }
            }
            Map<String, Object> setting = new LinkedHashMap<>();
            setting.put("meanBytes", Math.round(mix.meanBytes()));
            setting.put("notCountedSeconds", warm);
            setting.put("seconds", seconds);
            setting.put("logInMemory", broker.inMemory());
            return new Report(
                    "intake",
                    options.brief(),
                    options.rounds(),
                    setting,
                    before,
                    Machine.now(),
                    faults.isEmpty(),
                    List.copyOf(faults),
                    faults.isEmpty() ? ratios(figures) : List.of(),
                    figures.spreads());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Map<String, String> environment(PostgresPart postgres) {
        Map<String, String> environment = new LinkedHashMap<>();
        postgres.properties()
                .forEach((name, value) ->
                        environment.put(name.toUpperCase(java.util.Locale.ROOT).replace('.', '_'), value));
        return environment;
    }

    private static String label(Intakes which, int connections) {
        return which.label() + ", " + connections;
    }

    private static List<Ratio> ratios(Figures figures) {
        List<Optional<Ratio>> all = new ArrayList<>();
        for (int connections : CONNECTIONS) {
            List<Double> limit = series(
                    figures.of(label(Intakes.PLAIN, connections), "requests/s"),
                    figures.of(label(Intakes.PRODUCER, connections), "requests/s"));
            for (Intakes desk : List.of(Intakes.DESK, Intakes.DESK_ALONE)) {
                String name = label(desk, connections);
                all.add(Ratio.of(
                        "requests/s: " + name + " / series limit",
                        figures.of(name, "requests/s"),
                        limit,
                        connections == 128 ? atLeast(0.8) : Optional.empty()));
                all.add(of(figures, "requests/s", desk, Intakes.PRODUCER, connections, Optional.empty()));
                all.add(of(
                        figures,
                        "p99 ms",
                        desk,
                        Intakes.PRODUCER,
                        connections,
                        connections == 16 ? atMost(2.0) : Optional.empty()));
                all.add(of(figures, "CPU us/request", desk, Intakes.PLAIN, connections, Optional.empty()));
            }
        }
        return all.stream().flatMap(Optional::stream).toList();
    }

    /** Both halves after one another: what a way through both can do at most if they share the machine. */
    private static List<Double> series(List<Double> one, List<Double> other) {
        List<Double> limit = new ArrayList<>();
        for (int i = 0; i < Math.min(one.size(), other.size()); i++) {
            limit.add(1 / (1 / one.get(i) + 1 / other.get(i)));
        }
        return limit;
    }

    private static Optional<Ratio> of(
            Figures figures, String figure, Intakes above, Intakes below, int connections, Optional<Ratio.Goal> goal) {
        return Ratio.of(
                figure + ": " + label(above, connections) + " / " + label(below, connections),
                figures.of(label(above, connections), figure),
                figures.of(label(below, connections), figure),
                goal);
    }
}
