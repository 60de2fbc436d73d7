package dev.callsheet.render.domain;

import dev.callsheet.contracts.Decision;
import dev.callsheet.contracts.Json;
import dev.callsheet.contracts.RequestId;
import dev.callsheet.contracts.Route;
import dev.callsheet.contracts.TenantId;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;

/** Takes in a state that was come to by signals. */
public final class Histories {
    static final Instant START = Instant.parse("2026-01-01T00:00:00Z");
    static final long PRICE = 500_000;
    private static final TenantId TENANT = new TenantId("demo");

    private Histories() {}

    static Transition queued() {
        Length length = new Length("720P", 5);
        return Take.queued(file(), 1, "wan2.7-i2v", PRICE, new Ticket(Lane.NORMAL, START, length, null), START);
    }

    static Take after(Signal... signals) {
        Take take = queued().take();
        for (Signal signal : List.of(signals)) {
            take = take.next(signal, START).take();
        }
        return take;
    }

    private static RequestFile file() {
        String request = "{'media':[{'uri':'https://p/1.png'}],'campaign':'spring'}".replace('\'', '"');
        return RequestFile.of(
                RequestId.ofKey(TENANT, "k"),
                TENANT,
                Json.read(request.getBytes(StandardCharsets.UTF_8)),
                decision(),
                null,
                false);
    }

    /** What a router decides about one picture. */
    public static Decision decision() {
        var axis = new Decision.Axis("batch", List.of(), Decision.Origin.DEFAULT);
        return new Decision(
                Route.I2V,
                "13",
                new Decision.Axes(axis, axis, axis),
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                null,
                null,
                "wan2.7-i2v",
                0.9,
                "1",
                "h",
                "h",
                1,
                List.of(),
                List.of(),
                List.of(),
                null);
    }
}
