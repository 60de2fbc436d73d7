package dev.callsheet.requestapi.outbound.trace;

import dev.callsheet.contracts.Json;
import dev.callsheet.requestapi.domain.trace.Bar;
import dev.callsheet.requestapi.domain.trace.Traces;
import jakarta.annotation.PreDestroy;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.logging.Logger;

/** Asks Tempo, or what answers like it. What it does not answer in time is as good as not there. */
@Singleton
public final class TempoTraces implements Traces {
    private static final Logger LOG = Logger.getLogger(TempoTraces.class);
    private static final int MOST_BYTES = 16 << 20;

    private final HttpClient http =
            HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(2)).build();
    private final Optional<String> url;
    private final Optional<String> tenant;
    private final Duration timeout;

    TempoTraces(
            @ConfigProperty(name = "callsheet.traces.url") Optional<String> url,
            @ConfigProperty(name = "callsheet.traces.tenant") Optional<String> tenant,
            @ConfigProperty(name = "callsheet.traces.timeout") Duration timeout) {
        this.url = url.map(address -> address.replaceFirst("/$", ""));
        this.tenant = tenant;
        this.timeout = timeout;
    }

    @Override
    public List<Bar> find(String traceId) {
        return url.map(address -> ask(address + "/api/v2/traces/" + traceId)).orElse(List.of());
    }

    private List<Bar> ask(String address) {
        HttpRequest.Builder call =
                HttpRequest.newBuilder(URI.create(address)).timeout(timeout).header("Accept", "application/json");
        tenant.ifPresent(name -> call.header("X-Scope-OrgID", name));
        try {
            HttpResponse<InputStream> answer = http.send(call.build(), HttpResponse.BodyHandlers.ofInputStream());
            try (InputStream body = answer.body()) {
                if (answer.statusCode() != 200) {
                    LOG.debugf("traces: %s answers %d", address, answer.statusCode());
                    return List.of();
                }
                byte[] bytes = body.readNBytes(MOST_BYTES);
                return OtlpJson.bars(Json.read(bytes));
            }
        } catch (IOException | RuntimeException e) {
            LOG.infof("traces cannot be read: %s", e.getMessage());
            return List.of();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return List.of();
        }
    }

    @PreDestroy
    void close() {
        http.shutdownNow();
    }
}
