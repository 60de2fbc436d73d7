package dev.callsheet.avatar.inbound;

import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;

/**
 * A viewer's line may come from a page of any origin: its pass says who may, not the origins that REST is for. So the
 * rules for those do not see the beginning of a WebSocket.
 */
@Singleton
class SocketFilter {
    /** The page's origin as its browser says it. */
    static final String ORIGIN = "X-Callsheet-Origin";

    /** Before the filter that looks at origins. */
    private static final int FIRST = 10_000;

    void register(@Observes Filters filters) {
        filters.register(SocketFilter::hideOrigin, FIRST);
    }

    private static void hideOrigin(RoutingContext context) {
        var headers = context.request().headers();
        // Nobody outside may set it.
        headers.remove(ORIGIN);
        if (headers.contains("Sec-WebSocket-Key") && headers.contains("Origin")) {
            headers.set(ORIGIN, headers.get("Origin"));
            headers.remove("Origin");
        }
        context.next();
    }
}
