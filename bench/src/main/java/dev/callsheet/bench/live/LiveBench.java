package dev.callsheet.bench.live;

import static dev.callsheet.bench.report.Ratio.atMost;

import com.fasterxml.jackson.databind.JsonNode;
import dev.callsheet.bench.Options;
import dev.callsheet.bench.Progress;
import dev.callsheet.bench.machine.Broker;
import dev.callsheet.bench.machine.Machine;
import dev.callsheet.bench.machine.Programs;
import dev.callsheet.bench.report.Figures;
import dev.callsheet.bench.report.Ratio;
import dev.callsheet.bench.report.Report;
import dev.callsheet.contracts.TenantId;
import dev.callsheet.stack.FreePorts;
import dev.callsheet.stack.PostgresPart;
import dev.callsheet.stack.Schema;
import io.vertx.core.Vertx;
import io.vertx.core.VertxOptions;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.HdrHistogram.Histogram;

/** The packaged session service under many conversations: what it adds to a turn, how many it bears, what one weighs. */
public final class LiveBench {
    private static final TenantId TENANT = new TenantId("bench");
    private static final String SERVICE = "session service";
    private static final String FULL = "session service, no pause";
    private static final String ECHO = "bare echo";
    private static final String IDLE = "idle sessions";
    private static final String SPANS = "stages";
    private static final double NANOS_PER_MILLI = 1e6;
    private static final double GIB = 1L << 30;

    private final Options options;
    private final Progress progress;
    private final Size size;
    private final Figures figures = new Figures();
    private final List<String> faults = new ArrayList<>();

    public LiveBench(Options options, Progress progress) {
        this.options = options;
        this.progress = progress;
        this.size = Size.of(options.brief());
    }

    public Report run(Programs programs) throws InterruptedException {
        Machine before = Machine.now();
        Vertx vertx = Vertx.vertx(new VertxOptions().setEventLoopPoolSize(1));
        try (Broker broker = Broker.start(programs, TENANT);
                PostgresPart postgres = PostgresPart.temporary(Schema.AVATAR)) {
            int port = FreePorts.take(1).getFirst();
            var providers = new Providers(vertx);
            providers.listen(port).toCompletionStage().toCompletableFuture().join();
            if (EnumSet.of(Part.TURNS, Part.CAPACITY, Part.STAGES, Part.MEMORY).stream()
                    .anyMatch(options::runs)) {
                try (Service service = Service.start(programs, broker, postgres, port, TENANT.value(), Map.of())) {
                    measure(programs, vertx, service, providers);
                }
            }
            if (!options.only().isEmpty() && options.runs(Part.SOAK)) {
                var soak = new Soak(options.brief(), figures, faults, progress);
                try (Service service = Service.start(programs, broker, postgres, port, TENANT.value(), Soak.SETTINGS)) {
                    soak.run(vertx, service, providers);
                }
            }
        } finally {
            vertx.close().toCompletionStage().toCompletableFuture().join();
        }
        return new Report(
                "live",
                options.brief(),
                options.rounds(),
                setting(),
                before,
                Machine.now(),
                faults.isEmpty(),
                List.copyOf(faults),
                faults.isEmpty() ? ratios() : List.of(),
                figures.spreads());
    }

    private void measure(Programs programs, Vertx vertx, Service service, Providers providers)
            throws InterruptedException {
        var crowd = new Crowd(vertx);
        crowd.grow(size.sessions(), service, providers, "");
        for (int round = 1; round <= options.rounds(); round++) {
            int warm = round == 1 ? size.warmSeconds() : 2;
            if (options.runs(Part.TURNS)) {
                turns(round, SERVICE, crowd.talk(size.pauseMillis(), warm, size.seconds()), null);
                Histogram echo =
                        Echo.run(programs, "echo-" + round, vertx, size.sessions(), size.pauseMillis(), size.seconds());
                add(ECHO, "control", echo);
                progress.say(round, ECHO, figures, List.of("control p50 ms", "control p99 ms"));
            }
            if (options.runs(Part.CAPACITY)) {
                turns(round, FULL, crowd.talk(0, 2, size.seconds()), service);
            }
            if (options.runs(Part.STAGES)) {
                stages(round, crowd, service, providers);
            }
        }
        if (options.runs(Part.MEMORY)) {
            memory(crowd, service, providers);
        }
    }

    private void turns(int round, String label, Crowd.Seen seen, @org.jspecify.annotations.Nullable Service service) {
        figures.add(label, "turns/s", seen.turns() * 1e9 / seen.nanos());
        add(label, "control", seen.control());
        add(label, "added", seen.added());
        add(label, "whole", seen.whole());
        if (seen.lost() > 0 || seen.turns() == 0) {
            faults.add(label + ": " + seen.turns() + " turns were spoken, " + seen.lost() + " were not");
        }
        progress.say(
                round,
                label,
                figures,
                List.of("turns/s", "control p99 ms", "added p50 ms", "added p99 ms", "whole p99 ms"));
    }

    private void stages(int round, Crowd crowd, Service service, Providers providers) throws InterruptedException {
        Map<Stage, Stages.Medians> delayed = new EnumMap<>(Stage.class);
        // What the first turns pay for the warming up would be taken for a difference.
        told(crowd, service, providers, Map.of());
        Stages.Medians plain = told(crowd, service, providers, Map.of());
        for (Stage stage : Stage.values()) {
            delayed.put(stage, told(crowd, service, providers, Map.of(stage, Stages.DELAY_MS)));
        }
        providers.delays(Map.of());
        for (Stage stage : Stage.values()) {
            figures.add(
                    SPANS,
                    stage.name().toLowerCase(java.util.Locale.ROOT) + " grown by ms",
                    delayed.get(stage).of(stage) - plain.of(stage));
        }
        figures.add(SPANS, "worst error ms", Stages.error(plain, delayed));
        progress.say(round, SPANS, figures, List.of("worst error ms"));
    }

    private Stages.Medians told(Crowd crowd, Service service, Providers providers, Map<Stage, Integer> delays)
            throws InterruptedException {
        providers.delays(delays);
        crowd.talk(size.pauseMillis(), 0, Math.max(3, size.seconds() / 4));
        List<JsonNode> turns = new ArrayList<>();
        // Turns are stored beside the conversation, a moment later.
        Thread.sleep(500);
        List<Integer> asked = crowd.asked();
        for (int i = 0; i < asked.size(); i++) {
            turns.add(service.turns(crowd.ids().get(i), asked.get(i) - 2));
        }
        return Stages.medians(turns, 2);
    }

    /** Once, at the end: the sessions that talked are there already. */
    private void memory(Crowd crowd, Service service, Providers providers) throws InterruptedException {
        long before = service.program().residentBytes();
        int were = crowd.ids().size();
        crowd.grow(were + size.idle(), service, providers, "");
        Thread.sleep(2_000);
        double each = (service.program().residentBytes() - before) / (double) size.idle();
        figures.add(IDLE, "KiB/session", each / 1024);
        figures.add(IDLE, "sessions/GiB", GIB / Math.max(1, each));
        progress.say(1, IDLE, figures, List.of("KiB/session", "sessions/GiB"));
    }

    private void add(String label, String what, Histogram nanos) {
        figures.add(label, what + " p50 ms", nanos.getValueAtPercentile(50) / NANOS_PER_MILLI);
        figures.add(label, what + " p99 ms", nanos.getValueAtPercentile(99) / NANOS_PER_MILLI);
    }

    private Map<String, Object> setting() {
        Map<String, Object> setting = new LinkedHashMap<>();
        setting.put("sessions", size.sessions());
        setting.put("pauseMillis", size.pauseMillis());
        setting.put("notCountedSeconds", size.warmSeconds());
        setting.put("seconds", size.seconds());
        setting.put("idleSessions", size.idle());
        setting.put("stageDelayMillis", Stages.DELAY_MS);
        return setting;
    }

    private List<Ratio> ratios() {
        return Stream.of(
                        Ratio.absolute(
                                "added to a turn, " + size.sessions() + " sessions: p50 ms",
                                figures.of(SERVICE, "added p50 ms"),
                                Optional.empty()),
                        Ratio.absolute(
                                "added to a turn, " + size.sessions() + " sessions: p99 ms",
                                figures.of(SERVICE, "added p99 ms"),
                                atMost(60)),
                        Ratio.absolute(
                                "words taken, " + size.sessions() + " sessions: p99 ms",
                                figures.of(SERVICE, "control p99 ms"),
                                atMost(5)),
                        Ratio.of(
                                "words taken p99: session service / bare echo",
                                figures.of(SERVICE, "control p99 ms"),
                                figures.of(ECHO, "control p99 ms"),
                                Optional.empty()),
                        Ratio.of(
                                "words taken p50: session service / bare echo",
                                figures.of(SERVICE, "control p50 ms"),
                                figures.of(ECHO, "control p50 ms"),
                                Optional.empty()),
                        Ratio.absolute(
                                "a stage's delay as told, worst error: ms",
                                figures.of(SPANS, "worst error ms"),
                                atMost(20)),
                        Ratio.absolute(
                                "turns/s, " + size.sessions() + " sessions, no pause",
                                figures.of(FULL, "turns/s"),
                                Optional.empty()),
                        Ratio.absolute("sessions/GiB", figures.of(IDLE, "sessions/GiB"), Optional.empty()),
                        Ratio.of(
                                "memory: late / early, two hours",
                                figures.of(Soak.LABEL, Soak.LATE),
                                figures.of(Soak.LABEL, Soak.EARLY),
                                atMost(1.1)),
                        Ratio.of(
                                "open files: late / early, two hours",
                                figures.of(Soak.LABEL, Soak.LATE_FILES),
                                figures.of(Soak.LABEL, Soak.EARLY_FILES),
                                atMost(1.1)))
                .flatMap(Optional::stream)
                .toList();
    }
}
