package dev.callsheet.requestapi.inbound;

import dev.callsheet.requestapi.domain.CharacterEntry;
import dev.callsheet.requestapi.outbound.Characters;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.logging.Logger;

/**
 * Looks after the register now and then: a consent that has run out is withdrawn, and what a call could not send is sent.
 * Several replicas may do it at once: the records are the same.
 */
@ApplicationScoped
class CharacterChore {
    private static final Logger LOG = Logger.getLogger(CharacterChore.class);
    private static final int AT_ONCE = 200;
    /** A call that has just written an entry is about to send it. */
    private static final Duration PATIENCE = Duration.ofSeconds(15);

    private final Characters characters;
    private final CharacterDesk desk;
    private final Duration every;
    private final CountDownLatch stopping = new CountDownLatch(1);

    CharacterChore(
            Characters characters,
            CharacterDesk desk,
            @ConfigProperty(name = "callsheet.characters.look-again") Duration every) {
        this.characters = characters;
        this.desk = desk;
        this.every = every;
    }

    void start(@Observes StartupEvent event) {
        Thread.ofVirtual().name("characters").start(this::keepLooking);
    }

    void stop(@Observes ShutdownEvent event) {
        stopping.countDown();
    }

    private void keepLooking() {
        try {
            while (!stopping.await(every.toMillis(), TimeUnit.MILLISECONDS)) {
                try {
                    look(Instant.now());
                } catch (RuntimeException e) {
                    LOG.warnf("the register is looked after again later: %s", e.getMessage());
                }
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void look(Instant now) {
        List<CharacterEntry> due = characters.due(now, PATIENCE, AT_ONCE);
        for (CharacterEntry entry : due) {
            boolean over = entry.state(now).isGone() && !entry.state().isGone();
            if (over) {
                LOG.infof("consent in a character of tenant %s has run out", entry.tenant());
                desk.withdraw(entry.tenant(), entry.name());
            } else {
                desk.send(entry);
            }
        }
    }
}
