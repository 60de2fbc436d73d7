package dev.callsheet.avatar.live.recorder;

import dev.callsheet.avatar.domain.SessionStore;
import dev.callsheet.avatar.live.Reaper;
import dev.callsheet.corridor.metrics.Labels;
import dev.callsheet.corridor.metrics.Lately;
import dev.callsheet.corridor.metrics.Pool;
import io.agroal.api.AgroalDataSource;
import io.opentelemetry.api.OpenTelemetry;
import io.opentelemetry.api.common.AttributeKey;
import io.opentelemetry.api.common.Attributes;
import io.opentelemetry.api.metrics.Meter;
import io.quarkus.runtime.Startup;
import jakarta.inject.Singleton;
import java.util.Map;
import java.util.stream.Stream;

/**
 * How many sessions stand where, and what the reaper found. Each replica tells the same numbers of sessions, from the tables
 * that they share: a dashboard takes the largest, not the sum.
 */
@Singleton
@Startup
public class SessionGauges {
    private static final AttributeKey<String> STATE = AttributeKey.stringKey("state");

    SessionGauges(OpenTelemetry openTelemetry, SessionStore sessions, Reaper reaper, AgroalDataSource pool) {
        Meter meter = Labels.meter(openTelemetry);
        Pool.tell(meter, pool);
        Lately<Map<String, Long>> standing = new Lately<>(sessions::counts);
        meter.gaugeBuilder("callsheet.sessions")
                .ofLongs()
                .setUnit("{session}")
                .setDescription("Sessions that are not over, by their state")
                .buildWithCallback(gauge -> standing.get()
                        .ifPresent(counts ->
                                // A state that nobody is in is told as 0: a line that ends says nothing.
                                Stream.of("requested", "waiting", "opening", "live", "rotating", "paused", "closing")
                                        .forEach(state -> gauge.record(
                                                counts.getOrDefault(state, 0L), Attributes.of(STATE, state)))));
        meter.counterBuilder("callsheet.orphans.stopped")
                .setUnit("{session}")
                .setDescription("Sessions that ran at the provider although they were held as over, and were stopped")
                .buildWithCallback(counter -> counter.record(reaper.stopped()));
        meter.gaugeBuilder("callsheet.strangers")
                .ofLongs()
                .setUnit("{session}")
                .setDescription("Sessions that run at the provider's account and are not ours, at the last look")
                .buildWithCallback(gauge -> gauge.record(reaper.unknown()));
    }
}
