package dev.callsheet.bench.router;

import static dev.callsheet.bench.report.Ratio.atLeast;
import static dev.callsheet.bench.report.Ratio.atMost;
import static dev.callsheet.bench.router.Contender.COPY;
import static dev.callsheet.bench.router.Contender.DECIDE;
import static dev.callsheet.bench.router.Contender.PARSE;
import static dev.callsheet.bench.router.Contender.ROUTER;
import static dev.callsheet.bench.router.Contender.STREAMS_ALO;
import static dev.callsheet.bench.router.Contender.STREAMS_EOS;
import static dev.callsheet.bench.router.Contender.STREAMS_TELL;

import dev.callsheet.bench.report.Figures;
import dev.callsheet.bench.report.Ratio;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** What the figures of one run say about the router: the goals, and where its time goes. */
record RouterRatios(Figures figures) {
    private static final Optional<Ratio.Goal> NONE = Optional.empty();

    /** Those of which both sides were measured. */
    List<Ratio> all() {
        String rate = Throughput.RATE;
        String cpu = Throughput.CPU;
        return Stream.of(
                        of(rate, ROUTER, STREAMS_EOS, atLeast(1.0)),
                        of(rate, ROUTER, STREAMS_TELL, atLeast(1.0)),
                        of(rate, ROUTER, STREAMS_ALO, NONE),
                        of(rate, ROUTER, PARSE, NONE),
                        of(rate, ROUTER, DECIDE, NONE),
                        of(rate, ROUTER, COPY, atLeast(0.6)),
                        Ratio.absolute(ROUTER.label() + ", " + cpu, figures.of(ROUTER.label(), cpu), atMost(16.0)),
                        of(cpu, ROUTER, STREAMS_EOS, NONE),
                        of(cpu, ROUTER, STREAMS_TELL, NONE),
                        of(cpu, ROUTER, PARSE, NONE),
                        of(cpu, ROUTER, DECIDE, NONE),
                        of(cpu, DECIDE, PARSE, NONE),
                        of(Latency.P50, ROUTER, STREAMS_EOS, atMost(0.5)),
                        of(Latency.P99, ROUTER, STREAMS_EOS, NONE),
                        of(Latency.P50, ROUTER, STREAMS_TELL, atMost(0.5)),
                        of(Latency.P50, ROUTER, STREAMS_ALO, NONE))
                .flatMap(Optional::stream)
                .toList();
    }

    private Optional<Ratio> of(String figure, Contender above, Contender below, Optional<Ratio.Goal> goal) {
        return Ratio.of(
                figure + ": " + above.label() + " / " + below.label(),
                figures.of(above.label(), figure),
                figures.of(below.label(), figure),
                goal);
    }
}
