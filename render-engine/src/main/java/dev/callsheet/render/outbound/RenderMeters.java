package dev.callsheet.render.outbound;

import dev.callsheet.contracts.Route;
import dev.callsheet.corridor.metrics.Labels;
import dev.callsheet.corridor.metrics.Rooms;
import dev.callsheet.corridor.trace.Room;
import dev.callsheet.render.domain.LedgerEntry;
import dev.callsheet.render.domain.Take;
import dev.callsheet.render.domain.TakeState;
import dev.callsheet.render.domain.Transition;
import dev.callsheet.render.outbound.Takes.Stored;
import io.opentelemetry.api.common.AttributeKey;
import io.opentelemetry.api.common.Attributes;
import io.opentelemetry.api.metrics.DoubleCounter;
import io.opentelemetry.api.metrics.LongCounter;
import io.opentelemetry.api.metrics.Meter;
import io.opentelemetry.context.Context;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

/** What the engine counts, each once its transaction is through: takes, money, time in its rooms. Thread-safe. */
public final class RenderMeters {
    private static final AttributeKey<String> MODEL = AttributeKey.stringKey("model");
    private static final AttributeKey<String> REASON = AttributeKey.stringKey("reason");
    private static final double MICROS = 1e6;

    private final String route;
    private final Rooms rooms;
    private final LongCounter ended;
    private final DoubleCounter money;
    private final LongCounter accepted;
    private final LongCounter retakes;
    private final LongCounter expired;
    private final LongCounter duplicates;

    /** @param model the one that is rendered with where no other is named */
    public RenderMeters(Meter meter, Route route, String model) {
        this.route = route.wire();
        this.rooms = new Rooms(meter);
        this.ended = counter(meter, "callsheet.takes.ended", "{take}", "Takes that are over, by how they ended");
        this.money = meter.counterBuilder("callsheet.money.usd")
                .ofDoubles()
                .setDescription("US dollars in the ledger, by what the entry means for them")
                .build();
        this.accepted = counter(meter, "callsheet.clips.accepted", "{clip}", "Clips that are a request's result");
        this.retakes = counter(meter, "callsheet.retakes", "{take}", "Further attempts, by what was wrong before");
        this.expired = counter(meter, "callsheet.leases.expired", "{take}", "Takes that a dead worker has left");
        this.duplicates = counter(meter, "callsheet.duplicates", "{event}", "Events that were known already");
        // A line that begins with its first event would not show it as a rise.
        Attributes ours = Attributes.of(Labels.ROUTE, this.route);
        for (String outcome : List.of("finished", "failed", "cancelled")) {
            ended.add(0, Attributes.of(Labels.ROUTE, this.route, MODEL, model, Labels.OUTCOME, outcome));
        }
        for (LedgerEntry.Kind kind : LedgerEntry.Kind.values()) {
            money.add(0, entry(kind));
        }
        accepted.add(0, ours);
        expired.add(0, ours);
    }

    private static LongCounter counter(Meter meter, String name, String unit, String description) {
        return meter.counterBuilder(name)
                .setUnit(unit)
                .setDescription(description)
                .build();
    }

    void queued(Transition queued) {
        pay(queued, TakeTrace.stage(queued.take()));
    }

    void moved(List<Stored> changes) {
        changes.forEach(this::moved);
    }

    private void moved(Stored stored) {
        Take before = stored.change().take();
        Take after = stored.take();
        Context example = TakeTrace.stage(before);
        pay(stored.transition(), example);
        if (after.state().ended()) {
            ended.add(
                    1,
                    Attributes.of(
                            Labels.ROUTE,
                            route,
                            MODEL,
                            after.model(),
                            Labels.OUTCOME,
                            after.state().word()),
                    example);
        }
        left(before, after, stored.change().at(), example);
    }

    /** The rooms that a take leaves by a change for the next one; going back into the queue leaves none. */
    private void left(Take before, Take after, Instant at, Context example) {
        switch (after.state()) {
            case TakeState.Submitting(var since, var _) -> left(Room.QUEUE, before.queuedAt(), since, example);
            case TakeState.Rendering(var render, var _) -> {
                if (before.state() instanceof TakeState.Submitting || before.state() instanceof TakeState.Unsure) {
                    left(Room.SUBMIT, render.submittedAt(), at, example);
                }
            }
            case TakeState.Fetching(var render, var endedAt, var tries) -> {
                if (tries == 0) {
                    left(Room.RENDER, render.submittedAt(), endedAt, example);
                }
            }
            case TakeState.Finished _ -> {
                if (before.state() instanceof TakeState.Fetching(var _, var endedAt, var _)) {
                    left(Room.FETCH, endedAt, at, example);
                }
            }
            case TakeState.Queued _,
                    TakeState.Unsure _,
                    TakeState.Wedged _,
                    TakeState.Failed _,
                    TakeState.Cancelled _ -> {
                // still in its room, or out without having been through it
            }
        }
    }

    private void left(Room room, Instant from, Instant to, Context example) {
        rooms.left(room, route, Duration.between(from, to), example);
    }

    private void pay(Transition change, Context example) {
        change.entries().forEach(entry -> money.add(entry.micros() / MICROS, entry(entry.kind()), example));
    }

    private Attributes entry(LedgerEntry.Kind kind) {
        return Attributes.of(Labels.ROUTE, route, Labels.ENTRY, kind.word());
    }

    void accepted() {
        accepted.add(1, Attributes.of(Labels.ROUTE, route));
    }

    /** @param reason a word: the verdict, {@code rejected} by a person, {@code failed} */
    void retaken(String reason) {
        retakes.add(1, Attributes.of(REASON, reason));
    }

    void expired(int takes) {
        if (takes > 0) {
            expired.add(takes, Attributes.of(Labels.ROUTE, route));
        }
    }

    void repeated(String door) {
        duplicates.add(1, Attributes.of(Labels.DOOR, door));
    }
}
