package dev.callsheet.requestapi.inbound;

import dev.callsheet.contracts.TenantId;
import dev.callsheet.routing.decision.Policy;
import dev.callsheet.routing.policy.PolicyEdition;
import dev.callsheet.routing.policy.PolicyFile;
import dev.callsheet.routing.policy.PolicyRefused;
import io.quarkus.runtime.Startup;
import jakarta.annotation.PostConstruct;
import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.logging.Logger;

/**
 * The policy that plans are made by: the router's file, read again when its content changes. One that is not possible is
 * refused as a whole and the old one stays.
 */
@ApplicationScoped
@Startup
class PolicyInUse {
    private static final Logger LOG = Logger.getLogger(PolicyInUse.class);

    private final Optional<Path> file;
    private final Duration every;
    private final CountDownLatch stopping = new CountDownLatch(1);
    private byte[] seen = new byte[0];
    private volatile PolicyEdition edition = PolicyFile.read(PolicyFile.builtIn());

    PolicyInUse(
            @ConfigProperty(name = "callsheet.policy.file") Optional<Path> file,
            @ConfigProperty(name = "callsheet.policy.look-again") Duration every) {
        this.file = file;
        this.every = every;
    }

    /** @throws PolicyRefused if there is no possible policy to begin with */
    @PostConstruct
    void open() {
        file.ifPresent(from -> {
            read(from);
            Thread.ofVirtual().name("policy").start(() -> watch(from));
        });
        LOG.infof("policy %s", edition.version());
    }

    @PreDestroy
    void stop() {
        stopping.countDown();
    }

    Policy of(TenantId tenant) {
        return edition.of(tenant);
    }

    private void watch(Path from) {
        try {
            while (!stopping.await(every.toMillis(), TimeUnit.MILLISECONDS)) {
                try {
                    read(from);
                } catch (PolicyRefused | UncheckedIOException e) {
                    LOG.errorf("policy %s stays: %s", edition.version(), e.getMessage());
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
            throw new UncheckedIOException("policy file " + from + " cannot be read", e);
        }
        if (!Arrays.equals(content, seen)) {
            seen = content;
            edition = PolicyFile.read(content);
        }
    }
}
