package dev.callsheet.chaos.live;

import dev.callsheet.chaos.machine.Service;
import java.net.http.HttpClient;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.random.RandomGenerator;

/** One session from its start to its browser's end, beside the death of the service that holds it. */
final class Course implements Callable<Life> {
    private final HttpClient http;
    private final List<Service> services;
    private final int doomed;
    private final CountDownLatch ready;
    private final CountDownLatch struck;
    private final int number;
    private final Order order;
    private final RandomGenerator random;

    /**
     * @param doomed index of the service that is about to be killed; the session starts there
     * @param ready counted down when the blow may fall
     * @param struck zero once it has fallen
     */
    Course(
            HttpClient http,
            List<Service> services,
            int doomed,
            CountDownLatch ready,
            CountDownLatch struck,
            int number,
            Order order,
            RandomGenerator random) {
        this.http = http;
        this.services = services;
        this.doomed = doomed;
        this.ready = ready;
        this.struck = struck;
        this.number = number;
        this.order = order;
        this.random = random;
    }

    @Override
    public Life call() throws InterruptedException {
        var browser = new Browser(http, LiveHouse.KEY);
        try {
            return life(browser);
        } finally {
            ready.countDown();
            browser.die();
        }
    }

    private Life life(Browser browser) throws InterruptedException {
        String here = services.get(doomed).url();
        String there = services.get(1 - doomed).url();
        if (order == Order.SERVICE_DURING_START) {
            ready.countDown();
        }
        Browser.Joined joined = browser.start(here, "life-" + number);
        if (joined == null) {
            return new Life(number, order, null, browser.lastSign());
        }
        if (order != Order.SERVICE_DURING_START && browser.watch(here, joined.turns())) {
            pause(order == Order.BROWSER_AT_ONCE ? 0 : 1_500);
            browser.say("What comes next, number " + number + "?");
            pause(order == Order.BROWSER_AT_ONCE ? 0 : 1_500);
        }
        switch (order) {
            case BROWSER_AT_ONCE, BROWSER_THEN_SERVICE -> {
                browser.die();
                pause(500);
                ready.countDown();
            }
            case BOTH -> {
                ready.countDown();
                struck.await();
                browser.die();
            }
            case SERVICE_THEN_BROWSER -> {
                ready.countDown();
                struck.await();
                pause(1_000);
                if (browser.watch(there, joined.turns())) {
                    browser.say("Are you still there?");
                    pause(4_000);
                }
                browser.die();
            }
            case SERVICE_THEN_END -> {
                ready.countDown();
                struck.await();
                pause(500);
                browser.watch(there, joined.turns());
                pause(2_000);
                browser.end(there, joined.sessionId());
            }
            case SERVICE_DURING_END -> {
                ready.countDown();
                pause(200);
                browser.end(here, joined.sessionId());
            }
            case SERVICE_DURING_START -> {
                // Nobody ever watches.
            }
        }
        return new Life(number, order, joined.sessionId(), browser.lastSign());
    }

    private void pause(int most) throws InterruptedException {
        if (most > 0) {
            TimeUnit.MILLISECONDS.sleep(Duration.ofMillis(random.nextInt(most)).toMillis());
        }
    }
}
