package dev.callsheet.bench.peer;

import dev.callsheet.contracts.Route;
import dev.callsheet.media.door.Door;
import dev.callsheet.media.door.DoorSettings;
import dev.callsheet.render.FaultPoint;
import dev.callsheet.render.RenderLine;
import dev.callsheet.render.RenderSettings;
import dev.callsheet.render.domain.Backoff;
import dev.callsheet.render.domain.Durations;
import dev.callsheet.render.outbound.RenderMeters;
import dev.callsheet.render.outbound.RenderProvider;
import dev.callsheet.render.outbound.VoiceClips;
import dev.callsheet.render.outbound.XmpMark;
import io.opentelemetry.api.OpenTelemetry;
import java.net.http.HttpClient;
import java.time.Duration;
import java.time.InstantSource;
import java.util.OptionalLong;
import java.util.Set;
import javax.sql.DataSource;

/** Puts the engine together as a worker does; what is not said here is a worker's default. */
final class Lines {
    private Lines() {}

    /** What differs between the runs. @param slots renders at a time, and the most that this worker drives */
    record Setting(
            String worker, Duration lease, Duration claim, Duration poll, int slots, int parallel, int carriers) {}

    /** @param news told after each transaction that has messages in the outbox */
    static RenderLine line(
            Setting setting, DataSource tables, RenderProvider provider, HttpClient http, Runnable news) {
        Duration half = Duration.ofMinutes(4);
        Duration latest = Duration.ofMinutes(15);
        Duration late = Duration.ofMinutes(30);
        var settings = new RenderSettings(
                setting.worker(),
                setting.lease(),
                setting.claim(),
                setting.poll(),
                late,
                Duration.ofHours(24),
                Duration.ofSeconds(30),
                Duration.ofSeconds(60),
                new Backoff(Duration.ofSeconds(2), Duration.ofSeconds(60)),
                Duration.ofSeconds(20),
                Duration.ofSeconds(60),
                Duration.ofHours(12),
                new Durations.Spread(0, half, latest, late, half),
                setting.slots(),
                setting.parallel(),
                setting.carriers(),
                setting.slots());
        var parts = new RenderLine.Parts(
                tables,
                new DiscardingStore(),
                new XmpMark(),
                provider,
                http,
                new Door(DoorSettings.forHosts(Set.of())),
                VoiceClips.NONE,
                new OnePicture(),
                (model, resolution) -> OptionalLong.of(100_000),
                FaultPoint.NONE,
                OpenTelemetry.noop().getTracer("bench"),
                new RenderMeters(OpenTelemetry.noop().getMeter("bench"), Route.I2V, "bench"),
                InstantSource.system(),
                news);
        return new RenderLine(settings, parts, "callsheet/bench");
    }
}
