package dev.callsheet.requestapi.inbound;

import dev.callsheet.contracts.Problem;
import dev.callsheet.contracts.RequestId;
import dev.callsheet.contracts.Route;
import dev.callsheet.corridor.metrics.Buckets;
import dev.callsheet.corridor.metrics.Labels;
import dev.callsheet.corridor.metrics.Pool;
import dev.callsheet.corridor.trace.RequestTrace;
import dev.callsheet.requestapi.domain.Learnt;
import io.agroal.api.AgroalDataSource;
import io.opentelemetry.api.OpenTelemetry;
import io.opentelemetry.api.common.Attributes;
import io.opentelemetry.api.metrics.DoubleHistogram;
import io.opentelemetry.api.metrics.LongCounter;
import io.opentelemetry.api.metrics.Meter;
import io.opentelemetry.context.Context;
import io.quarkus.runtime.Startup;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;

/** What the front desk counts: requests that came, that were refused, that ended, and how far behind its tables are. */
@Singleton
@Startup
class RequestMeters {
    /** A projection that is built anew from the log tells of what was counted long ago. */
    private static final Duration NEWS = Duration.ofHours(1);
    /** After so long without a fact there is none to be late with. */
    private static final Duration QUIET = Duration.ofSeconds(10);

    private static final double MILLIS = 1000.0;
    private static final List<String> OUTCOMES = List.of("completed", "failed", "rejected", "cancelled");

    private final LongCounter accepted;
    private final LongCounter ended;
    private final LongCounter refusals;
    private final LongCounter duplicates;
    private final DoubleHistogram durations;
    private final AtomicReference<Progress> progress = new AtomicReference<>(new Taken(Duration.ZERO, Instant.EPOCH));

    /** How far the projection has come. */
    private sealed interface Progress {}

    /** @param oldest when the first of what is being recorded was told */
    private record Taking(Instant oldest) implements Progress {}

    /** @param delay of the newest fact when it was recorded */
    private record Taken(Duration delay, Instant at) implements Progress {}

    RequestMeters(OpenTelemetry telemetry, AgroalDataSource pool) {
        Meter meter = Labels.meter(telemetry);
        Pool.tell(meter, pool);
        this.accepted = counter(meter, "callsheet.requests.accepted", "{request}", "Requests taken in, by the door");
        this.ended = counter(meter, "callsheet.requests.ended", "{request}", "Requests that are over");
        this.refusals = counter(meter, "callsheet.refusals", "{reason}", "Reasons that calls were refused for");
        this.duplicates = counter(meter, "callsheet.duplicates", "{event}", "Events that were known already");
        this.durations = meter.histogramBuilder("callsheet.request.duration")
                .setUnit("s")
                .setDescription("From a request's acceptance to its last fact")
                .setExplicitBucketBoundariesAdvice(Buckets.ROOMS)
                .build();
        meter.gaugeBuilder("callsheet.projection.lag")
                .setUnit("s")
                .setDescription("Delay between a fact and its row; 0 when there is nothing to record")
                .buildWithCallback(gauge -> gauge.record(lag(Instant.now()).toMillis() / MILLIS));
        begin();
    }

    private static LongCounter counter(Meter meter, String name, String unit, String description) {
        return meter.counterBuilder(name)
                .setUnit(unit)
                .setDescription(description)
                .build();
    }

    /** A line that begins with its first event would not show it as a rise. */
    private void begin() {
        List.of("rest", "kafka").forEach(door -> accepted.add(0, Attributes.of(Labels.DOOR, door)));
        for (Route route : Route.values()) {
            OUTCOMES.forEach(outcome -> ended.add(0, labels(route.wire(), outcome)));
        }
        ended.add(0, labels(Labels.NO_ROUTE, "rejected"));
    }

    void accepted(String door, RequestId request) {
        accepted.add(1, Attributes.of(Labels.DOOR, door), example(request));
    }

    /** Counts a caller's fault by its code; ours are in the HTTP server's own histogram. */
    void refused(Problem problem) {
        if (problem.status() < 500) {
            refusals.add(1, Attributes.of(Labels.CODE, problem.code()));
        }
    }

    void repeated(String door) {
        duplicates.add(1, Attributes.of(Labels.DOOR, door));
    }

    /** Counts what a transaction has learnt, now that it is through. */
    void learnt(Learnt learnt) {
        learnt.byKafka().forEach(request -> accepted("kafka", request));
        if (learnt.repeats() > 0) {
            duplicates.add(learnt.repeats(), Attributes.of(Labels.DOOR, "projection"));
        }
        Instant news = Instant.now().minus(NEWS);
        learnt.endings().stream().filter(ending -> ending.at().isAfter(news)).forEach(this::ended);
    }

    private void ended(Learnt.Ending ending) {
        Attributes labels = labels(ending.route() == null ? Labels.NO_ROUTE : ending.route(), ending.outcome());
        Context example = example(ending.request());
        ended.add(1, labels, example);
        durations.record(Math.max(0, ending.took().toMillis()) / MILLIS, labels, example);
    }

    /** @param oldest when the first of a batch was told */
    void taking(Instant oldest) {
        progress.set(new Taking(oldest));
    }

    /** @param newest when the last of a batch was told */
    void taken(Instant newest) {
        Instant now = Instant.now();
        progress.set(new Taken(Duration.between(newest, now), now));
    }

    private Duration lag(Instant now) {
        Duration lag = switch (progress.get()) {
            case Taking(Instant oldest) -> Duration.between(oldest, now);
            case Taken(Duration delay, Instant at) -> at.isBefore(now.minus(QUIET)) ? Duration.ZERO : delay;
        };
        return lag.isNegative() ? Duration.ZERO : lag;
    }

    private static Attributes labels(String route, String outcome) {
        return Attributes.of(Labels.ROUTE, route, Labels.OUTCOME, outcome);
    }

    private static Context example(RequestId request) {
        return RequestTrace.within(RequestTrace.of(request).root());
    }
}
