package dev.callsheet.scorer.inbound;

import dev.callsheet.contracts.Fact;
import dev.callsheet.contracts.Route;
import dev.callsheet.corridor.metrics.Labels;
import dev.callsheet.corridor.metrics.Rooms;
import dev.callsheet.corridor.trace.Room;
import dev.callsheet.identity.measure.Verdict;
import io.opentelemetry.api.OpenTelemetry;
import io.opentelemetry.api.common.AttributeKey;
import io.opentelemetry.api.common.Attributes;
import io.opentelemetry.api.metrics.DoubleHistogram;
import io.opentelemetry.api.metrics.LongCounter;
import io.opentelemetry.api.metrics.Meter;
import io.quarkus.runtime.Startup;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.List;

/**
 * What the scorer counts once a clip's score is told. It keeps no tables: a clip that is measured again because its scorer
 * died on it counts again.
 */
@Singleton
@Startup
class ScorerMeters {
    private static final AttributeKey<String> VERDICT = AttributeKey.stringKey("verdict");
    private static final AttributeKey<Boolean> BOUND = AttributeKey.booleanKey("bound");
    private static final List<Double> SIMILARITIES =
            List.of(0.0, 0.1, 0.2, 0.25, 0.3, 0.35, 0.4, 0.45, 0.5, 0.55, 0.6, 0.65, 0.7, 0.75, 0.8, 0.85, 0.9, 1.0);

    private final LongCounter verdicts;
    private final DoubleHistogram similarities;
    private final Rooms rooms;

    ScorerMeters(OpenTelemetry telemetry) {
        Meter meter = Labels.meter(telemetry);
        this.verdicts = meter.counterBuilder("callsheet.verdicts")
                .setUnit("{clip}")
                .setDescription(
                        "Clips that were measured, by the verdict and whether they had references to be held to")
                .build();
        this.similarities = meter.histogramBuilder("callsheet.identity.similarity")
                .setDescription("A clip's median similarity to its references (cosine; the calibration has the limit)")
                .setExplicitBucketBoundariesAdvice(SIMILARITIES)
                .build();
        this.rooms = new Rooms(meter);
        // A line that begins with its first event would not show it as a rise.
        for (Verdict.Outcome outcome : Verdict.Outcome.values()) {
            verdicts.add(0, Attributes.of(VERDICT, outcome.name(), BOUND, true));
            verdicts.add(0, Attributes.of(VERDICT, outcome.name(), BOUND, false));
        }
    }

    /** @param stayed since the work was told */
    void scored(Fact.Score score, boolean bound, Duration stayed) {
        verdicts.add(1, Attributes.of(VERDICT, score.verdict(), BOUND, bound));
        if (score.median() != null) {
            similarities.record(score.median());
        }
        // Only clips of this route are measured.
        rooms.left(Room.SCORING, Route.R2V.wire(), stayed);
    }
}
