package dev.callsheet.requestapi.inbound.webhook;

import dev.callsheet.requestapi.outbound.webhook.Bell;
import dev.callsheet.requestapi.outbound.webhook.Due;
import dev.callsheet.requestapi.outbound.webhook.Seal;
import dev.callsheet.requestapi.outbound.webhook.SendQueue;
import dev.callsheet.requestapi.outbound.webhook.WebhookSettings;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Clock;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.jboss.logging.Logger;

/**
 * Claims what is due and makes an attempt of each on a thread of its own, as many at once as this pod may. A ring makes it
 * look at once; without one it looks now and then, since other pods write down deliveries too.
 */
@ApplicationScoped
class WebhookLoop {
    private static final Logger LOG = Logger.getLogger(WebhookLoop.class);
    /** Of those that are on their way when the service ends; the lease of the others runs out. */
    private static final long LAST_WORDS_MS = 2_000;

    private final SendQueue queue;
    private final Attempts attempts;
    private final Seal seal;
    private final Clock clock;
    private final WebhookSettings settings;
    private final Semaphore places;
    private final Bell bell;
    private volatile boolean stopping;

    WebhookLoop(SendQueue queue, Attempts attempts, Seal seal, Bell bell, Clock clock, WebhookSettings settings) {
        this.queue = queue;
        this.attempts = attempts;
        this.seal = seal;
        this.bell = bell;
        this.clock = clock;
        this.settings = settings;
        this.places = new Semaphore(settings.atOnce());
        if (settings.lease().compareTo(settings.timeout().plus(settings.connectTimeout())) <= 0) {
            throw new IllegalArgumentException("callsheet.webhooks.lease: found " + settings.lease()
                    + "; it has to be longer than timeout and connect-timeout together");
        }
    }

    void start(@Observes StartupEvent event) {
        if (seal.isReady()) {
            Thread.ofVirtual().name("webhooks").start(this::keepSending);
        }
    }

    void stop(@Observes ShutdownEvent event) throws InterruptedException {
        stopping = true;
        bell.ring();
        if (!places.tryAcquire(settings.atOnce(), LAST_WORDS_MS, TimeUnit.MILLISECONDS)) {
            LOG.info("some deliveries are left on their way; they are made again when their lease has ended");
        }
    }

    private void keepSending() {
        try {
            while (!stopping) {
                boolean more = false;
                try {
                    more = sendSome();
                } catch (RuntimeException e) {
                    LOG.warnf("deliveries are looked for again later: %s", e.getMessage());
                }
                if (!more) {
                    bell.await(settings.lookAgain());
                }
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** @return whether there may be more at once */
    boolean sendSome() {
        int free = places.drainPermits();
        if (free == 0) {
            return false;
        }
        List<Due> due = List.of();
        try {
            due = queue.claim(UUID.randomUUID(), free, clock.instant());
        } finally {
            places.release(free - due.size());
        }
        due.forEach(each -> Thread.ofVirtual().name("webhook").start(() -> make(each)));
        return !due.isEmpty();
    }

    private void make(Due due) {
        try {
            attempts.make(due);
        } catch (RuntimeException e) {
            LOG.warnf("%s is made again when its lease has ended: %s", due, e.getMessage());
        } finally {
            places.release();
            bell.ring();
        }
    }
}
