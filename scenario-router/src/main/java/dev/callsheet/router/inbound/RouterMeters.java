package dev.callsheet.router.inbound;

import dev.callsheet.contracts.Decision;
import dev.callsheet.contracts.Route;
import dev.callsheet.contracts.Violation;
import dev.callsheet.corridor.metrics.Labels;
import dev.callsheet.corridor.metrics.Rooms;
import dev.callsheet.corridor.trace.Room;
import io.opentelemetry.api.OpenTelemetry;
import io.opentelemetry.api.common.Attributes;
import io.opentelemetry.api.metrics.LongCounter;
import io.opentelemetry.api.metrics.Meter;
import io.opentelemetry.context.Context;
import io.quarkus.runtime.Startup;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.EnumMap;
import java.util.Map;

/** What the router counts: decisions that the broker has, and what refused ones were refused for. Thread-safe. */
@Singleton
@Startup
class RouterMeters {
    private static final Attributes REJECTED = Attributes.of(Labels.ROUTE, Labels.NO_ROUTE, Labels.OUTCOME, "rejected");

    private final Map<Route, Attributes> routed = new EnumMap<>(Route.class);
    private final LongCounter decisions;
    private final LongCounter refusals;
    private final Rooms rooms;

    RouterMeters(OpenTelemetry telemetry) {
        Meter meter = Labels.meter(telemetry);
        this.decisions = meter.counterBuilder("callsheet.decisions")
                .setUnit("{request}")
                .setDescription("Requests that were decided, by the route they were given")
                .build();
        this.refusals = meter.counterBuilder("callsheet.refusals")
                .setUnit("{reason}")
                .setDescription("Reasons that requests were refused for, each code once a request")
                .build();
        this.rooms = new Rooms(meter);
        for (Route route : Route.values()) {
            Attributes labels = Attributes.of(Labels.ROUTE, route.wire(), Labels.OUTCOME, "routed");
            routed.put(route, labels);
            // A line that begins with its first event would not show it as a rise.
            decisions.add(0, labels);
        }
        decisions.add(0, REJECTED);
    }

    /** @param stayed from the record's birth until its decision was out @param example the span that shows it */
    void decided(Decision decision, Duration stayed, Context example) {
        Route route = decision.route();
        if (route == null) {
            decisions.add(1, REJECTED, example);
            decision.conflicts().stream()
                    .map(Violation::code)
                    .distinct()
                    .forEach(code -> refusals.add(1, Attributes.of(Labels.CODE, code), example));
        } else {
            decisions.add(1, routed.get(route), example);
        }
        rooms.left(Room.ROUTING, route == null ? Labels.NO_ROUTE : route.wire(), stayed, example);
    }
}
