package dev.callsheet.requestapi.inbound;

import dev.callsheet.contracts.Problem;
import dev.callsheet.contracts.RequestId;
import dev.callsheet.contracts.Route;
import dev.callsheet.requestapi.domain.State;
import dev.callsheet.requestapi.outbound.RequestStore;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** What a list of requests is asked to show, from its query. */
final class ListQuery {
    private ListQuery() {}

    /** @throws ProblemException that names the first parameter that is not understood, and what it may be */
    static RequestStore.Wanted of(
            @Nullable String states, @Nullable String route, @Nullable String campaign, @Nullable String before) {
        Set<State> wanted = new LinkedHashSet<>();
        for (String state : some(states) ? Objects.requireNonNull(states).split(",") : new String[0]) {
            wanted.add(State.named(state.strip())
                    .orElseThrow(() -> wrong(
                            "state",
                            state,
                            Arrays.stream(State.values()).map(State::wire).collect(Collectors.joining(", ")))));
        }
        return new RequestStore.Wanted(
                wanted,
                some(route) ? route(Objects.requireNonNull(route)) : null,
                some(campaign) ? campaign : null,
                some(before) ? request(Objects.requireNonNull(before)) : null);
    }

    private static boolean some(@Nullable String text) {
        return text != null && !text.isBlank();
    }

    private static Route route(String text) {
        return Arrays.stream(Route.values())
                .filter(route -> route.wire().equals(text))
                .findFirst()
                .orElseThrow(() -> wrong(
                        "route",
                        text,
                        Arrays.stream(Route.values()).map(Route::wire).collect(Collectors.joining(", "))));
    }

    private static RequestId request(String text) {
        try {
            return RequestId.parse(text);
        } catch (IllegalArgumentException e) {
            throw wrong("before", text, "the id of a request, as next gives it");
        }
    }

    private static ProblemException wrong(String name, String found, String allowed) {
        return new ProblemException(Problem.of(
                400,
                "request.query",
                "Not a list of requests",
                "query " + name + ": found '" + found + "'; allowed is " + allowed));
    }
}
