package dev.callsheet.requestapi.inbound;

import dev.callsheet.corridor.keys.Scope;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What a call needs before it is let in.
 *
 * @param scope null where any known key will do
 * @param writes whether it is charged to the tenant's bucket of writes or of reads
 * @param body how its body is read
 */
record Entrance(@Nullable Scope scope, boolean writes, Body body) {
    static final String REQUESTS = "/v1/requests";
    static final String PLAN = "/v1/requests:plan";
    static final String SUBMIT_PLAN = "/v1/requests:submitPlan";
    static final String BATCHES = "/v1/batches";
    static final String BATCH_PLAN = "/v1/batches:plan";
    static final String CHARACTERS = "/v1/characters";
    static final String CAMPAIGNS = "/v1/campaigns";
    static final String WEBHOOKS = "/v1/webhooks";

    /** How a body is read. */
    enum Body {
        /** One request, whole, before the resource is asked. */
        REQUEST,
        /** Many requests, likewise. */
        PLAN,
        /** By the resource itself, if it wants one. */
        LATER
    }

    /** The same path with its colons as they are: clients may write them as {@code %3A}. */
    static String plain(String path) {
        return path.replace("%3A", ":").replace("%3a", ":");
    }

    /** @param path below {@code /v1}, plain and normalised */
    static Entrance of(String method, String path) {
        boolean reads = method.equals("GET") || method.equals("HEAD");
        if (method.equals("POST")) {
            switch (path) {
                case REQUESTS, CHARACTERS, WEBHOOKS -> {
                    return new Entrance(Scope.REQUESTS_WRITE, true, Body.REQUEST);
                }
                case PLAN, BATCH_PLAN -> {
                    return new Entrance(Scope.PLAN, true, Body.PLAN);
                }
                case SUBMIT_PLAN, BATCHES -> {
                    return new Entrance(Scope.REQUESTS_WRITE, true, Body.PLAN);
                }
                default -> {
                    // by its first words, below
                }
            }
        }
        Scope scope = null;
        if (Stream.of(REQUESTS, BATCHES, CHARACTERS, CAMPAIGNS, WEBHOOKS).anyMatch(path::startsWith)) {
            scope = reads ? Scope.REQUESTS_READ : Scope.REQUESTS_WRITE;
        } else if (path.startsWith("/v1/media")) {
            scope = Scope.MEDIA_WRITE;
        } else if (path.startsWith("/v1/costs")) {
            scope = Scope.COSTS_READ;
        }
        boolean whole = method.equals("POST") && path.startsWith(CAMPAIGNS)
                || method.equals("PATCH") && path.startsWith(WEBHOOKS);
        return new Entrance(scope, !reads, whole ? Body.REQUEST : Body.LATER);
    }
}
