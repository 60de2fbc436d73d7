package dev.callsheet.bench.router;

import dev.callsheet.bench.Options;
import dev.callsheet.bench.Progress;
import dev.callsheet.bench.load.RequestLog;
import dev.callsheet.bench.load.RequestMix;
import dev.callsheet.bench.machine.Broker;
import dev.callsheet.bench.machine.Machine;
import dev.callsheet.bench.machine.Programs;
import dev.callsheet.bench.report.Figures;
import dev.callsheet.bench.report.Report;
import dev.callsheet.contracts.TenantId;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.admin.Admin;

/** The router end to end: records a second and processor time over a log that is there, then latency at a fixed rate. */
public final class RouterBench {
    /** Where the service stands, below the checkout; a property names another build of it for a before and after. */
    static final String SERVICE = System.getProperty("callsheet.bench.router", "scenario-router/target/quarkus-app");

    private static final TenantId TENANT = new TenantId("bench");
    private static final Contender[] LATENCY = {
        Contender.ROUTER, Contender.STREAMS_EOS, Contender.STREAMS_TELL, Contender.STREAMS_ALO
    };
    private static final Contender[] BRIEF = {Contender.ROUTER, Contender.COPY, Contender.PARSE, Contender.STREAMS_EOS};
    private static final Contender[] BRIEF_LATENCY = {Contender.ROUTER, Contender.STREAMS_EOS};

    private final Options options;
    private final Progress progress;

    public RouterBench(Options options, Progress progress) {
        this.options = options;
        this.progress = progress;
    }

    /** Sizes of a run. */
    private record Size(int records, int warm, int distinct, Latency.Offered offered) {
        static Size of(boolean brief) {
            return brief
                    ? new Size(8_000, 2_000, 200, new Latency.Offered(4_000, 1_000, 1, 2))
                    : new Size(500_000, 300_000, 2_000, new Latency.Offered(60_000, 2_000, 5, 20));
        }
    }

    public Report run(Programs programs) throws InterruptedException {
        Size size = Size.of(options.brief());
        var mix = new RequestMix(TENANT, size.distinct(), Instant.now());
        var expected = new Expected(TENANT, mix);
        var figures = new Figures();
        List<String> faults = new ArrayList<>();
        Machine before = Machine.now();
        try (Broker broker = Broker.start(programs, TENANT);
                Admin admin = Admin.create(Map.of("bootstrap.servers", broker.bootstrapServers()));
                var log = new RequestLog(broker.bootstrapServers(), TENANT, mix)) {
            log.preload(size.records());
            progress.say("%d requests of %.0f bytes on the log: %s"
                    .formatted(size.records(), mix.meanBytes(), expected.shares()));
            var throughput = new Throughput(programs, broker, admin, TENANT);
            for (int round = 1; round <= options.rounds(); round++) {
                for (Contender contender : chosen(options.brief() ? BRIEF : Contender.values())) {
                    String group = contender.name().toLowerCase(java.util.Locale.ROOT) + "-" + round;
                    faults.addAll(throughput.run(contender, group, log, size.warm(), expected, figures));
                    progress.say(
                            round,
                            contender.label(),
                            figures,
                            List.of(Throughput.RATE, Throughput.CPU, Throughput.BROKER_CPU));
                }
            }
            var latency = new Latency(programs, broker, admin, TENANT, size.offered());
            for (int round = 1; round <= options.rounds(); round++) {
                for (Contender contender : chosen(options.brief() ? BRIEF_LATENCY : LATENCY)) {
                    String group = contender.name().toLowerCase(java.util.Locale.ROOT) + "-at-rate-" + round;
                    faults.addAll(latency.run(contender, group, log, expected, figures));
                    progress.say(round, contender.label(), figures, List.of(Latency.P50, Latency.P99));
                }
            }
            return new Report(
                    "router",
                    options.brief(),
                    options.rounds(),
                    setting(size, mix, expected, broker),
                    before,
                    Machine.now(),
                    faults.isEmpty(),
                    List.copyOf(faults),
                    faults.isEmpty() ? new RouterRatios(figures).all() : List.of(),
                    figures.spreads());
        }
    }

    private List<Contender> chosen(Contender[] contenders) {
        return Arrays.stream(contenders).filter(options::runs).toList();
    }

    private static Map<String, Object> setting(Size size, RequestMix mix, Expected expected, Broker broker) {
        Map<String, Object> setting = new LinkedHashMap<>();
        setting.put("records", size.records());
        setting.put("notCounted", size.warm());
        setting.put("meanBytes", Math.round(mix.meanBytes()));
        setting.put("decidedOf" + mix.distinct(), expected.shares());
        setting.put("offeredPerSecond", size.offered().perSecond());
        setting.put("offeredSeconds", size.offered().seconds());
        setting.put("logInMemory", broker.inMemory());
        return setting;
    }
}
