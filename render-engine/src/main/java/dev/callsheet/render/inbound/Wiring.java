package dev.callsheet.render.inbound;

import dev.callsheet.corridor.OutboxRelay;
import dev.callsheet.corridor.metrics.Calls;
import dev.callsheet.corridor.metrics.Labels;
import dev.callsheet.corridor.trace.TraceNames;
import dev.callsheet.media.door.Door;
import dev.callsheet.media.door.DoorSettings;
import dev.callsheet.render.RenderLine;
import dev.callsheet.render.RenderSettings;
import dev.callsheet.render.domain.Backoff;
import dev.callsheet.render.domain.Durations;
import dev.callsheet.render.domain.Prices;
import dev.callsheet.render.domain.Scenario;
import dev.callsheet.render.outbound.ClipStore;
import dev.callsheet.render.outbound.MinioStore;
import dev.callsheet.render.outbound.ProvenanceMark;
import dev.callsheet.render.outbound.RenderMeters;
import dev.callsheet.render.outbound.RenderProvider;
import dev.callsheet.render.outbound.Reports;
import dev.callsheet.render.outbound.Standings;
import dev.callsheet.render.outbound.Transactions;
import dev.callsheet.render.outbound.VoiceClips;
import dev.callsheet.render.outbound.XmpMark;
import dev.callsheet.render.outbound.gmi.GmiQueue;
import io.minio.MinioClient;
import io.opentelemetry.api.OpenTelemetry;
import io.quarkus.arc.DefaultBean;
import jakarta.enterprise.inject.Disposes;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.net.http.HttpClient;
import java.time.Duration;
import java.time.InstantSource;
import java.util.OptionalLong;
import java.util.Set;
import javax.sql.DataSource;
import org.eclipse.microprofile.config.Config;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Puts the engine together from what the worker's configuration says. */
final class Wiring {
    private final Config config;

    Wiring(Config config) {
        this.config = config;
    }

    @Produces
    @Singleton
    HttpClient http(@ConfigProperty(name = "callsheet.gmi.url") String url) {
        boolean secure = url.startsWith("https:");
        return HttpClient.newBuilder()
                .version(secure ? HttpClient.Version.HTTP_2 : HttpClient.Version.HTTP_1_1)
                .connectTimeout(Duration.ofSeconds(5))
                .followRedirects(HttpClient.Redirect.NEVER)
                .build();
    }

    @Produces
    @Singleton
    ClipStore store(
            MinioClient client,
            OpenTelemetry telemetry,
            @ConfigProperty(name = "callsheet.store.bucket") String bucket) {
        return new MinioStore(client, bucket, Calls.ofStore(Labels.meter(telemetry)));
    }

    @Produces
    @Singleton
    GmiQueue provider(
            HttpClient http,
            RenderConfig render,
            OpenTelemetry telemetry,
            @ConfigProperty(name = "callsheet.gmi.url") String url,
            @ConfigProperty(name = "callsheet.gmi.key") String key) {
        String base = url.endsWith("/") ? url.substring(0, url.length() - 1) : url;
        Calls calls = Calls.ofProvider(Labels.meter(telemetry), "gmi");
        return new GmiQueue(http, base, key, render.submitTimeout(), TraceNames.tracer(telemetry), calls);
    }

    @Produces
    @Singleton
    Door door(MediaConfig media) {
        return new Door(new DoorSettings(
                media.hosts().orElse(Set.of()),
                media.http(),
                media.connectTimeout(),
                media.silence(),
                media.fetchTimeout()));
    }

    void close(@Disposes Door door) {
        door.close();
    }

    /** Of a worker whose model has no use for a voice. */
    @Produces
    @Singleton
    @DefaultBean
    VoiceClips voices() {
        return VoiceClips.NONE;
    }

    /** Of a worker that renders whatever it is assigned. */
    @Produces
    @Singleton
    @DefaultBean
    WorkFilter filter() {
        return WorkFilter.NONE;
    }

    @Produces
    @Singleton
    Prices prices() {
        return (model, resolution) -> config.getOptionalValue("callsheet.price." + model + "." + resolution, Long.class)
                .map(OptionalLong::of)
                .orElse(OptionalLong.empty());
    }

    @Produces
    @Singleton
    Standings standings(DataSource dataSource) {
        return new Standings(new Transactions(dataSource));
    }

    @Produces
    @Singleton
    Reports reports(DataSource dataSource) {
        return new Reports(new Transactions(dataSource));
    }

    @Produces
    @Singleton
    RenderLine line(
            RenderConfig render,
            DataSource dataSource,
            ClipStore store,
            RenderProvider provider,
            HttpClient http,
            Door door,
            VoiceClips voices,
            Scenario scenario,
            Prices prices,
            OpenTelemetry telemetry,
            OutboxRelay relay,
            @ConfigProperty(name = "quarkus.application.name") String service) {
        RenderSettings settings = settings(render, service);
        RenderLine.Parts parts = new RenderLine.Parts(
                dataSource,
                store,
                mark(render.mark()),
                provider,
                http,
                door,
                voices,
                scenario,
                prices,
                SelfInflicted.of(render.faultPoints()),
                TraceNames.tracer(telemetry),
                new RenderMeters(Labels.meter(telemetry), scenario.route(), scenario.defaultModel()),
                InstantSource.system(),
                relay::wake);
        return new RenderLine(settings, parts, "callsheet/" + service);
    }

    private static ProvenanceMark mark(RenderConfig.Mark kind) {
        return switch (kind) {
            case XMP -> new XmpMark();
            case NONE -> ProvenanceMark.NONE;
        };
    }

    private static RenderSettings settings(RenderConfig render, String service) {
        Duration half = render.expected().half();
        Duration latest = render.expected().latest();
        return new RenderSettings(
                service + ":" + ProcessHandle.current().pid() + ":" + System.currentTimeMillis(),
                render.lease(),
                render.claimInterval(),
                render.pollInterval(),
                render.lateAfter(),
                render.giveUp(),
                render.settle(),
                render.grace(),
                new Backoff(render.backoff(), render.backoffLimit()),
                render.throttle(),
                render.pause(),
                render.patience(),
                new Durations.Spread(0, half, latest, render.lateAfter(), half),
                render.slots(),
                render.parallel(),
                render.carriers(),
                render.inFlight());
    }
}
