package dev.callsheet.chaos.live;

import dev.callsheet.chaos.gather.TwinDoors;
import dev.callsheet.chaos.machine.Database;
import dev.callsheet.chaos.machine.Rest;
import java.net.http.HttpClient;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Live sessions at an even pace: started, spoken to and ended, at another replica where the first does not answer. */
public final class Talks {
    private static final Duration AGAIN = Duration.ofMillis(500);
    private static final Duration TALK = Duration.ofSeconds(3);
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private final Supplier<String> replica;
    private final String key;
    private final HttpClient http;
    private final Rest rest;
    private final ConcurrentLinkedQueue<Life> lives = new ConcurrentLinkedQueue<>();
    private final AtomicBoolean going = new AtomicBoolean(true);
    private final AtomicInteger open = new AtomicInteger();

    /** @param replica whom to ask, asked anew for each call */
    public Talks(Supplier<String> replica, String key, HttpClient http, Rest rest) {
        this.replica = replica;
        this.key = key;
        this.http = http;
        this.rest = rest;
    }

    public void start(Duration every) {
        Thread.ofPlatform().daemon().name("talks").start(() -> {
            for (int number = 0; going.get() && !rest.over(); number++) {
                int mine = number;
                open.incrementAndGet();
                Thread.ofVirtual().name("talk-" + mine).start(() -> talk(mine));
                rest.shortly(every);
            }
        });
    }

    /** Starts no more. */
    public void stop() {
        going.set(false);
    }

    /** Those whose browser has not gone yet. */
    public int open() {
        return open.get();
    }

    /** How many have ended. */
    public int held() {
        return lives.size();
    }

    private void talk(int number) {
        var browser = new Browser(http, key);
        @Nullable String session = null;
        try {
            Browser.Joined joined = start(browser, number);
            if (joined != null) {
                session = joined.sessionId();
                if (browser.watch(replica.get(), joined.turns())) {
                    browser.say("Number " + number + ", please?");
                }
                rest.shortly(TALK);
                Instant limit = Instant.now().plus(PATIENCE);
                while (!browser.end(replica.get(), session) && Instant.now().isBefore(limit) && !rest.over()) {
                    rest.shortly(AGAIN);
                }
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } finally {
            browser.die();
            lives.add(new Life(number, Order.BROWSER_AT_ONCE, session, browser.lastSign()));
            open.decrementAndGet();
        }
    }

    private Browser.@Nullable Joined start(Browser browser, int number) throws InterruptedException {
        Instant limit = Instant.now().plus(PATIENCE);
        while (Instant.now().isBefore(limit) && !rest.over()) {
            Browser.Joined joined = browser.start(replica.get(), "talk-" + number);
            if (joined != null) {
                return joined;
            }
            rest.shortly(AGAIN);
        }
        return null;
    }

    /** Whether no meter runs and no leg is open. */
    public static boolean quiet(TwinDoors twin, Database database) {
        return Books.paid(twin).stream().noneMatch(each -> each.since() != null && each.endedAt() == null)
                && Books.owed(database).stream().noneMatch(Owed::open);
    }

    /** What the provider's books and ours differ in. @param allowed how long a meter may run on after a lost browser */
    public List<String> check(TwinDoors twin, Database database, Duration allowed) {
        return Orphans.check(List.copyOf(lives), Books.paid(twin), Books.owed(database), allowed)
                .violations();
    }
}
