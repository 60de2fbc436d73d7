package dev.callsheet.requestapi.outbound;

import dev.callsheet.contracts.RequestId;
import dev.callsheet.contracts.TenantId;
import dev.callsheet.requestapi.domain.Ask;
import dev.callsheet.requestapi.domain.Claim;
import dev.callsheet.requestapi.domain.Door;
import io.quarkus.runtime.ShutdownEvent;
import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.LinkedBlockingQueue;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.logging.Logger;

/**
 * Claims ids for bodies that come by REST. Whatever is asked while a transaction runs goes into the next one, as one
 * statement: a claim is durable before it is answered, and the price of a commit is shared by all who come together.
 */
@ApplicationScoped
public class Claims {
    private static final Logger LOG = Logger.getLogger(Claims.class);
    private static final int MOST_AT_ONCE = 512;
    private static final Duration LAST_WRITES = Duration.ofSeconds(3);

    private final Transactions transactions;
    private final DailyUse dailyUse;
    private final int writers;
    private final BlockingQueue<Entry> queue = new LinkedBlockingQueue<>();
    private final List<Thread> threads = new ArrayList<>();
    private final Executor finishing = Thread::startVirtualThread;

    Claims(
            Transactions transactions,
            DailyUse dailyUse,
            @ConfigProperty(name = "callsheet.requests.claim-writers") int writers) {
        this.transactions = transactions;
        this.dailyUse = dailyUse;
        this.writers = writers;
    }

    private sealed interface Entry {
        record Asked(Ask ask, CompletableFuture<Claim> claim) implements Entry {}

        record Sent(UUID id) implements Entry {}

        record Stop() implements Entry {}
    }

    @PostConstruct
    void start() {
        for (int i = 0; i < writers; i++) {
            threads.add(Thread.ofPlatform().daemon().name("claims-" + i).start(this::write));
        }
    }

    /** Before the database is let go: what is in the queue is still written. */
    void stop(@Observes ShutdownEvent event) throws InterruptedException {
        threads.forEach(_ -> queue.add(new Entry.Stop()));
        for (Thread thread : threads) {
            thread.join(LAST_WRITES);
        }
    }

    /** The future ends when the claim is committed, on a thread that may block; it fails if the database is away. */
    public CompletableFuture<Claim> claim(Ask ask) {
        var claim = new CompletableFuture<Claim>();
        queue.add(new Entry.Asked(ask, claim));
        return claim;
    }

    /** The broker has the record. Written soon; if that fails, a repeat sends the record once more, which is harmless. */
    public void sent(RequestId id) {
        queue.add(new Entry.Sent(id.value()));
    }

    /** Whether the broker has a claimed request; empty if nobody claimed it. */
    public Optional<Boolean> state(TenantId tenant, RequestId id) {
        return transactions.run(connection -> ClaimTable.state(connection, tenant, id));
    }

    private void write() {
        List<Entry> batch = new ArrayList<>(MOST_AT_ONCE);
        try {
            boolean going = true;
            while (going) {
                batch.clear();
                batch.add(queue.take());
                queue.drainTo(batch, MOST_AT_ONCE - 1);
                going = write(batch);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private boolean write(List<Entry> batch) {
        List<Entry.Asked> asked = new ArrayList<>();
        List<UUID> sent = new ArrayList<>();
        boolean going = true;
        for (Entry entry : batch) {
            switch (entry) {
                case Entry.Asked one -> asked.add(one);
                case Entry.Sent(UUID id) -> sent.add(id);
                case Entry.Stop stop -> {
                    if (!going) {
                        // Another writer's.
                        queue.add(stop);
                    }
                    going = false;
                }
            }
        }
        try {
            Map<RequestId, Claim> claims =
                    commit(asked.stream().map(Entry.Asked::ask).toList(), sent);
            finish(asked, claims);
        } catch (RuntimeException e) {
            LOG.warnf("%d claims wait: %s", asked.size(), e.getMessage());
            finishing.execute(() -> asked.forEach(one -> one.claim().completeExceptionally(e)));
        }
        return going;
    }

    private Map<RequestId, Claim> commit(List<Ask> asks, List<UUID> sent) {
        LocalDate today = LocalDate.now(ZoneOffset.UTC);
        Map<TenantId, Long> totals = new HashMap<>();
        Map<RequestId, Claim> claims = transactions.run(connection -> {
            Map<RequestId, Claim> claimed =
                    asks.isEmpty() ? Map.of() : ClaimTable.claim(connection, asks, Door.REST, false);
            Map<TenantId, Long> fresh = new HashMap<>();
            Map<RequestId, Ask> counted = new HashMap<>();
            asks.stream().filter(Ask::counted).forEach(ask -> counted.putIfAbsent(ask.requestId(), ask));
            counted.values().stream()
                    .filter(ask -> claimed.get(ask.requestId()).fresh())
                    .forEach(ask -> fresh.merge(ask.tenant(), 1L, Long::sum));
            if (!sent.isEmpty()) {
                ClaimTable.sent(connection, sent);
            }
            // Last, because every claim of the tenant waits for this row.
            if (!fresh.isEmpty()) {
                totals.putAll(dailyUse.add(connection, fresh, today));
            }
            return claimed;
        });
        dailyUse.remember(totals, today);
        return claims;
    }

    /** By tenant, because what follows may wait for that tenant's topic. */
    private void finish(List<Entry.Asked> asked, Map<RequestId, Claim> claims) {
        Map<TenantId, List<Entry.Asked>> byTenant = new HashMap<>();
        asked.forEach(one -> byTenant.computeIfAbsent(one.ask().tenant(), _ -> new ArrayList<>())
                .add(one));
        byTenant.values()
                .forEach(all -> finishing.execute(() -> {
                    for (Entry.Asked one : all) {
                        one.claim().complete(claims.get(one.ask().requestId()));
                    }
                }));
    }
}
