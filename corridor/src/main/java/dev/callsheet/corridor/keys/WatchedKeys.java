package dev.callsheet.corridor.keys;

import dev.callsheet.contracts.Json;
import io.opentelemetry.api.OpenTelemetry;
import io.opentelemetry.api.common.AttributeKey;
import io.opentelemetry.api.common.Attributes;
import io.opentelemetry.api.metrics.LongCounter;
import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithParentName;
import jakarta.annotation.PostConstruct;
import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.logging.Logger;

/**
 * The keys of the file, read again whenever its content changes: by content, because a mounted secret is replaced by
 * turning a link. A file that is not right is refused as a whole and the old keys stay.
 */
@ApplicationScoped
class WatchedKeys {
    private static final Logger LOG = Logger.getLogger(WatchedKeys.class);
    private static final AttributeKey<String> OUTCOME = AttributeKey.stringKey("outcome");

    private final Map<String, String> configured;
    private final Optional<Path> file;
    private final Duration every;
    private final LongCounter loads;
    private final CountDownLatch stopping = new CountDownLatch(1);
    private String seen = "";
    private volatile KeyRing ring = KeyRing.empty();

    WatchedKeys(
            Configured configured,
            OpenTelemetry openTelemetry,
            @ConfigProperty(name = "callsheet.keys.file") Optional<Path> file,
            @ConfigProperty(name = "callsheet.keys.look-again", defaultValue = "5s") Duration every) {
        this.configured = configured.tenants();
        this.file = file;
        this.every = every;
        this.loads = openTelemetry
                .getMeter("callsheet")
                .counterBuilder("callsheet.keys.loaded")
                .setDescription("Readings of a changed key file, by outcome (used, refused)")
                .build();
    }

    /** Tenants by the SHA-256 of a key, for development: {@code callsheet.api-keys."<sha256>"=<tenant>}. */
    @ConfigMapping(prefix = "callsheet.api-keys")
    interface Configured {
        @WithParentName
        Map<String, String> tenants();
    }

    /** @throws RuntimeException if the file is not right at the start: a service without its keys does not serve */
    @PostConstruct
    void open() {
        ring = KeyRing.empty().with(configured);
        if (file.isPresent()) {
            read(file.get());
            Thread.ofVirtual().name("keys").start(() -> watch(file.get()));
        }
    }

    @PreDestroy
    void stop() {
        stopping.countDown();
    }

    KeyRing ring() {
        return ring;
    }

    private void watch(Path from) {
        try {
            while (!stopping.await(every.toMillis(), TimeUnit.MILLISECONDS)) {
                try {
                    read(from);
                } catch (KeysRefused | UncheckedIOException e) {
                    LOG.errorf("the keys stay as they were: %s", e.getMessage());
                }
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void read(Path from) {
        byte[] content;
        try {
            content = Files.readAllBytes(from);
        } catch (IOException e) {
            throw new UncheckedIOException("key file " + from + " cannot be read", e);
        }
        String hash = Json.sha256(content);
        if (hash.equals(seen)) {
            return;
        }
        seen = hash;
        try {
            KeyRing fresh = KeyFile.read(content, Instant.now());
            ring = fresh.with(configured);
            loads.add(1, Attributes.of(OUTCOME, "used"));
            LOG.infof(
                    "%d keys of %d tenants", fresh.byId().size(), fresh.limits().size());
        } catch (KeysRefused e) {
            loads.add(1, Attributes.of(OUTCOME, "refused"));
            throw e;
        }
    }
}
