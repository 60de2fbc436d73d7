package dev.callsheet.requestapi.inbound;

import dev.callsheet.contracts.Problem;
import dev.callsheet.corridor.keys.Admission;
import dev.callsheet.corridor.keys.KeyDoor;
import dev.callsheet.corridor.keys.KeyHolder;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import org.jspecify.annotations.Nullable;

/**
 * Before anything else of {@code /v1} is done: whose key, may it, is it too often, and only then the body, up to its
 * limit. What is refused here has cost no thread and no memory.
 */
@ApplicationScoped
public class Gate {
    /** Before the server's own check of the body's size, which answers without a document. */
    private static final int FIRST = -3;

    private static final String HOLDER = "callsheet.holder";
    private static final String BODY = "callsheet.body";

    private final KeyDoor keys;
    private final Limits limits;
    private final Bodies bodies;
    private final RequestMeters meters;

    Gate(KeyDoor keys, Limits limits, Bodies bodies, RequestMeters meters) {
        this.keys = keys;
        this.limits = limits;
        this.bodies = bodies;
        this.meters = meters;
    }

    void stand(@Observes Router router) {
        keys.open();
        router.route("/v1/*").order(FIRST).handler(this::admit);
        router.errorHandler(413, context -> Refusal.of(context, Problems.byStatus(413), 0));
    }

    /** Whose key the call carries. @throws IllegalStateException on a path without a gate */
    public static KeyHolder holder(@Nullable RoutingContext context) {
        KeyHolder holder = context == null ? null : context.get(HOLDER);
        if (holder == null) {
            throw new IllegalStateException("no API key was checked on this path");
        }
        return holder;
    }

    /** The body, read whole. @throws IllegalStateException where the gate leaves it to the resource */
    public static byte[] body(RoutingContext context) {
        byte[] body = context.get(BODY);
        if (body == null) {
            throw new IllegalStateException("the body of this path is not read at the gate");
        }
        return body;
    }

    private void admit(RoutingContext context) {
        HttpServerRequest request = context.request();
        String plain = Entrance.plain(context.normalizedPath());
        if (!plain.equals(context.normalizedPath())) {
            context.reroute(plain);
            return;
        }
        Entrance entrance = Entrance.of(request.method().name(), plain);
        switch (keys.admit(
                request.getHeader("X-API-Key"), request.getHeader(HttpHeaders.AUTHORIZATION), entrance.scope())) {
            case Admission.Refused(Problem problem) -> {
                if (problem.status() == 401) {
                    context.response().putHeader("WWW-Authenticate", "Bearer realm=\"callsheet\"");
                }
                meters.refused(problem);
                Refusal.of(context, problem, 0);
            }
            case Admission.Admitted(KeyHolder holder) -> {
                context.put(HOLDER, holder);
                Limits.Verdict verdict = limits.charge(holder, entrance.writes());
                verdict.headers().forEach(context.response()::putHeader);
                switch (verdict) {
                    case Limits.Verdict.Exceeded(var _, Problem problem, int retryAfter) -> {
                        meters.refused(problem);
                        Refusal.of(context, problem, retryAfter);
                    }
                    case Limits.Verdict.Within _ -> read(context, entrance.body());
                }
            }
        }
    }

    private void read(RoutingContext context, Entrance.Body body) {
        switch (body) {
            case REQUEST, PLAN ->
                bodies.read(context, body, bytes -> {
                    context.put(BODY, bytes);
                    context.next();
                });
            case LATER -> {
                if (bodies.announcesTooMuch(context)) {
                    Refusal.of(context, Problems.byStatus(413), 0);
                } else {
                    context.next();
                }
            }
        }
    }
}
