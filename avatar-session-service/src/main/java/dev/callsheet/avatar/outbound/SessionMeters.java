package dev.callsheet.avatar.outbound;

import dev.callsheet.avatar.domain.LedgerEntry;
import dev.callsheet.corridor.metrics.Labels;
import io.opentelemetry.api.OpenTelemetry;
import io.opentelemetry.api.common.Attributes;
import io.opentelemetry.api.metrics.DoubleCounter;
import io.opentelemetry.api.metrics.LongCounter;
import io.opentelemetry.api.metrics.Meter;
import io.quarkus.runtime.Startup;
import jakarta.inject.Singleton;
import java.util.List;

/** What sessions cost, counted once it is stored, and how often one was asked for again. Thread-safe. */
@Singleton
@Startup
class SessionMeters {
    private static final double MICROS = 1e6;

    private final DoubleCounter money;
    private final LongCounter duplicates;

    SessionMeters(OpenTelemetry telemetry) {
        Meter meter = Labels.meter(telemetry);
        this.money = meter.counterBuilder("callsheet.money.usd")
                .ofDoubles()
                .setDescription("US dollars in the ledger, by what the entry means for them")
                .build();
        this.duplicates = meter.counterBuilder("callsheet.duplicates")
                .setUnit("{event}")
                .setDescription("Events that were known already")
                .build();
        // A line that begins with its first event would not show it as a rise.
        List.of("quoted", "settled", "released").forEach(entry -> money.add(0, labels(entry)));
    }

    /** Notes lines of an account that are stored. */
    void paid(List<LedgerEntry> lines) {
        lines.forEach(line -> money.add(line.micros() / MICROS, labels(word(line.kind()))));
    }

    /** Notes a session that was there already. */
    void repeated() {
        duplicates.add(1, Attributes.of(Labels.DOOR, "session"));
    }

    private static String word(LedgerEntry.Kind kind) {
        return switch (kind) {
            case QUOTED -> "quoted";
            case SETTLED, ADDED -> "settled";
            case RELEASED -> "released";
        };
    }

    private static Attributes labels(String entry) {
        return Attributes.of(Labels.ROUTE, "avatar", Labels.ENTRY, entry);
    }
}
