package dev.callsheet.twin.live;

import com.fasterxml.jackson.databind.JsonNode;
import dev.callsheet.twin.Delays;
import dev.callsheet.twin.Delays.Delay;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Response;
import java.time.Duration;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Changes the stages' delays while the twin runs; a door of the twin, not of the provider. */
@Path("/twin/delays")
public class DelaysResource {
    private final Delays delays;

    DelaysResource(Delays delays) {
        this.delays = delays;
    }

    /** What is changed, in milliseconds. */
    @GET
    public Map<String, Long> changed() {
        var told = new TreeMap<String, Long>();
        delays.changed().forEach((delay, time) -> told.put(delay.word(), time.toMillis()));
        return told;
    }

    /** Changes those that are named, null gives one back to its setting; nothing is changed if one is not right. */
    @POST
    public Response change(@Nullable JsonNode wish) {
        if (wish == null || !wish.isObject()) {
            return refused("an object of names and milliseconds");
        }
        for (var named : wish.properties()) {
            JsonNode value = named.getValue();
            boolean right = value.isNull() || value.isIntegralNumber() && value.asLong() >= 0;
            if (!right || delay(named.getKey()).isEmpty()) {
                return refused("whole milliseconds or null for "
                        + Arrays.stream(Delay.values()).map(Delay::word).collect(Collectors.joining(", ")));
            }
        }
        wish.properties()
                .forEach(named -> delay(named.getKey())
                        .ifPresent(delay -> delays.change(
                                delay,
                                Optional.of(named.getValue())
                                        .filter(value -> !value.isNull())
                                        .map(value -> Duration.ofMillis(value.asLong())))));
        return Response.ok(changed()).build();
    }

    /** Gives all back to their settings. */
    @DELETE
    public Response restore() {
        delays.restore();
        return Response.noContent().build();
    }

    private static Optional<Delay> delay(String word) {
        return Arrays.stream(Delay.values())
                .filter(delay -> delay.word().equals(word))
                .findFirst();
    }

    private static Response refused(String allowed) {
        return Response.status(400)
                .entity(Map.of("error", "allowed: " + allowed))
                .build();
    }
}
