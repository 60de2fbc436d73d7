package dev.callsheet.render.inbound;

import dev.callsheet.corridor.metrics.Labels;
import dev.callsheet.corridor.metrics.Lately;
import dev.callsheet.corridor.metrics.Pool;
import dev.callsheet.render.domain.Scenario;
import dev.callsheet.render.domain.TakeState.Word;
import dev.callsheet.render.outbound.Standing;
import dev.callsheet.render.outbound.Standings;
import io.agroal.api.AgroalDataSource;
import io.opentelemetry.api.OpenTelemetry;
import io.opentelemetry.api.common.AttributeKey;
import io.opentelemetry.api.common.Attributes;
import io.opentelemetry.api.metrics.Meter;
import io.quarkus.runtime.Startup;
import jakarta.inject.Singleton;
import java.util.EnumSet;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * How the worker's tables stand, asked when somebody scrapes. All workers of a scenario share the tables and tell the same:
 * a dashboard takes the largest, not the sum.
 */
@Singleton
@Startup
class RenderGauges {
    private static final double MICROS = 1e6;
    private static final AttributeKey<String> KIND = AttributeKey.stringKey("kind");
    private static final Set<Word> OPEN = EnumSet.range(Word.QUEUED, Word.FETCHING);
    /** Those that a ledger is at fault by: where there is none of them it is told, too. */
    private static final Set<String> OF_MONEY = Set.of(
            "reconcile.orphan-job",
            "reconcile.duplicate-marker",
            "reconcile.released-success",
            "reconcile.settled-failure",
            "reconcile.purse-sum",
            "contract.changed",
            "provider.closed");

    private final Lately<Standing> standing;
    private final String route;

    RenderGauges(OpenTelemetry telemetry, AgroalDataSource pool, Standings standings, Scenario scenario) {
        this.standing = new Lately<>(standings::now);
        this.route = scenario.route().wire();
        Meter meter = Labels.meter(telemetry);
        Pool.tell(meter, pool);
        takes(meter);
        money(meter);
        counts(
                meter,
                "callsheet.slots",
                "{slot}",
                "Renders that may run at the provider at a time",
                now -> Map.of(state("used"), now.usedSlots(), state("free"), now.freeSlots()));
        counts(
                meter,
                "callsheet.alerts",
                "{alert}",
                "Open alerts by their kind",
                now -> Stream.concat(OF_MONEY.stream(), now.alerts().keySet().stream())
                        .distinct()
                        .collect(Collectors.toMap(
                                kind -> Attributes.of(Labels.ROUTE, route, KIND, kind),
                                kind -> now.alerts().getOrDefault(kind, 0L))));
    }

    private void takes(Meter meter) {
        counts(
                meter,
                "callsheet.takes",
                "{take}",
                "Takes that are not over, by their state",
                now -> states(word -> now.in(word).takes()));
        amounts(
                meter,
                "callsheet.take.oldest",
                "s",
                "Since the first take of a state came into it",
                now -> states(word -> now.in(word).oldestSeconds()));
    }

    private void money(Meter meter) {
        amounts(meter, "callsheet.money.open.usd", "", "US dollars that are neither settled nor released", now -> {
            double unsure = usd(now, Word.UNSURE);
            double wedged = usd(now, Word.WEDGED);
            double sure = usd(now, Word.SUBMITTING) + usd(now, Word.RENDERING) + usd(now, Word.FETCHING);
            return Map.of(state("committed"), sure, state("unsure"), unsure, state("wedged"), wedged);
        });
        amounts(
                meter,
                "callsheet.budget.left.usd",
                "",
                "US dollars left under the cap that leaves least",
                now -> now.leftMicros() == null
                        ? Map.of()
                        : Map.of(Attributes.of(Labels.ROUTE, route), now.leftMicros() / MICROS));
    }

    private static double usd(Standing now, Word state) {
        return now.in(state).micros() / MICROS;
    }

    private <N> Map<Attributes, N> states(Function<Word, N> value) {
        return OPEN.stream().collect(Collectors.toMap(word -> state(word.text()), value));
    }

    private Attributes state(String state) {
        return Attributes.of(Labels.ROUTE, route, Labels.STATE, state);
    }

    private void counts(
            Meter meter, String name, String unit, String description, Function<Standing, Map<Attributes, Long>> of) {
        meter.gaugeBuilder(name)
                .ofLongs()
                .setUnit(unit)
                .setDescription(description)
                .buildWithCallback(gauge ->
                        tell(now -> of.apply(now).forEach((labels, value) -> gauge.record(value, labels))));
    }

    private void amounts(
            Meter meter, String name, String unit, String description, Function<Standing, Map<Attributes, Double>> of) {
        meter.gaugeBuilder(name)
                .setUnit(unit)
                .setDescription(description)
                .buildWithCallback(gauge ->
                        tell(now -> of.apply(now).forEach((labels, value) -> gauge.record(value, labels))));
    }

    private void tell(Consumer<Standing> told) {
        standing.get().ifPresent(told);
    }
}
