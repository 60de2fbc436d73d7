package dev.callsheet.requestapi.inbound;

import dev.callsheet.contracts.Problem;
import io.quarkus.runtime.configuration.MemorySize;
import io.vertx.core.Context;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * Reads bodies whole, and no more of them than allowed: each up to its limit, in its time, and all together within a
 * budget of memory. Whatever is said of a body's length, the bytes that come are counted.
 */
@ApplicationScoped
class Bodies {
    private static final int RETRY_AFTER_SECONDS = 1;
    private static final long LOOK_MS = 500;

    private final long mostOfRequest;
    private final long mostOfPlan;
    private final long budget;
    private final Duration time;
    private final AtomicLong held = new AtomicLong();
    private final Set<Reading> coming = ConcurrentHashMap.newKeySet();

    Bodies(
            Vertx vertx,
            @ConfigProperty(name = "callsheet.requests.max-bytes") long mostOfRequest,
            @ConfigProperty(name = "callsheet.plan.max-bytes") long mostOfPlan,
            @ConfigProperty(name = "callsheet.bodies.budget") MemorySize budget,
            @ConfigProperty(name = "callsheet.bodies.time") Duration time) {
        this.mostOfRequest = mostOfRequest;
        this.mostOfPlan = mostOfPlan;
        this.budget = budget.asLongValue();
        this.time = time;
        // One look at all of them now and then: a timer for each would cost more than reading it.
        vertx.setPeriodic(LOOK_MS, _ -> refuseTheSlow());
    }

    private void refuseTheSlow() {
        long now = System.nanoTime();
        for (Reading reading : coming) {
            if (now - reading.since > time.toNanos()) {
                reading.loop.runOnContext(_ -> reading.refuse(reading.slow(), 0));
            }
        }
    }

    /** Bytes of bodies that are in memory now. */
    long held() {
        return held.get();
    }

    /** Whether a body that a resource reads itself says that it is larger than any may be. */
    boolean announcesTooMuch(RoutingContext context) {
        return announced(context.request()) > Math.min(mostOfRequest, mostOfPlan);
    }

    /** Hands the body on, or answers why not. Event loop only. */
    void read(RoutingContext context, Entrance.Body kind, Consumer<byte[]> then) {
        HttpServerRequest request = context.request();
        long most = kind == Entrance.Body.PLAN ? mostOfPlan : mostOfRequest;
        if (announced(request) > most) {
            Refusal.of(context, tooLarge(most), 0);
            return;
        }
        if ("100-continue".equalsIgnoreCase(request.getHeader(HttpHeaders.EXPECT))) {
            context.response().writeContinue();
        }
        var reading = new Reading(context, most, then);
        request.handler(reading::chunk);
        request.endHandler(_ -> reading.end());
        request.exceptionHandler(_ -> reading.give());
        context.addEndHandler(_ -> reading.give());
        request.resume();
    }

    private static long announced(HttpServerRequest request) {
        String length = request.getHeader(HttpHeaders.CONTENT_LENGTH);
        try {
            return length == null ? 0 : Long.parseLong(length);
        } catch (NumberFormatException e) {
            return 0;
        }
    }

    private static Problem tooLarge(long most) {
        return Problem.of(
                413,
                "request.too_large",
                "The body is too large",
                "body: allowed are " + most + " bytes. Media belong in the object store, by address.");
    }

    /** One body on its way. */
    private final class Reading {
        private final RoutingContext context;
        private final long most;
        private final Consumer<byte[]> then;
        private final Context loop;
        private final long since = System.nanoTime();
        private Buffer body = Buffer.buffer(0);
        private long taken;
        private boolean over;

        Reading(RoutingContext context, long most, Consumer<byte[]> then) {
            this.context = context;
            this.most = most;
            this.then = then;
            this.loop = context.vertx().getOrCreateContext();
            coming.add(this);
        }

        void chunk(Buffer chunk) {
            if (over) {
                return;
            }
            if (taken + chunk.length() > most) {
                refuse(tooLarge(most), 0);
                return;
            }
            taken += chunk.length();
            if (held.addAndGet(chunk.length()) > budget) {
                refuse(busy(), RETRY_AFTER_SECONDS);
                return;
            }
            body = body.length() == 0 ? chunk : grown(body, chunk);
        }

        void end() {
            if (!over) {
                over = true;
                coming.remove(this);
                byte[] bytes = body.getBytes();
                body = Buffer.buffer(0);
                then.accept(bytes);
            }
        }

        /** Gives the memory back: at the end of the answer, or when the line is lost. Once. */
        void give() {
            over = true;
            body = Buffer.buffer(0);
            coming.remove(this);
            held.addAndGet(-taken);
            taken = 0;
        }

        private void refuse(Problem problem, int retryAfter) {
            if (!over) {
                give();
                Refusal.of(context, problem, retryAfter);
            }
        }

        private static Buffer grown(Buffer body, Buffer chunk) {
            return body.appendBuffer(chunk);
        }

        private Problem slow() {
            return Problem.of(
                    408,
                    "request.slow",
                    "The body did not come in time",
                    "body: " + taken + " bytes came in " + time.toSeconds() + " s, and no end. Send it again.");
        }

        private static Problem busy() {
            return Problem.of(
                    503,
                    "service.busy",
                    "Too many bodies at once",
                    "The memory for bodies is used up. Send the same again after Retry-After.");
        }
    }
}
