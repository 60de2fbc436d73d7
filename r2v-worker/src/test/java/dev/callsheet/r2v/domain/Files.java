package dev.callsheet.r2v.domain;

import com.fasterxml.jackson.databind.JsonNode;
import dev.callsheet.contracts.Decision;
import dev.callsheet.contracts.Json;
import dev.callsheet.contracts.RequestId;
import dev.callsheet.contracts.Route;
import dev.callsheet.contracts.TenantId;
import dev.callsheet.contracts.Violation;
import dev.callsheet.render.domain.RequestFile;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** Requests for tests, from JSON with single quotes. */
final class Files {
    static final TenantId TENANT = new TenantId("demo");
    static final RequestId ID = RequestId.ofKey(TENANT, "k");

    private Files() {}

    static RequestFile of(String request, boolean cancelAsked) {
        return of(request, cancelAsked, List.of());
    }

    /** @param repairs what the router has promised */
    static RequestFile of(String request, boolean cancelAsked, List<Violation> repairs) {
        var axis = new Decision.Axis("batch", List.of(), Decision.Origin.DEFAULT);
        var decision = new Decision(
                Route.R2V,
                "13",
                new Decision.Axes(axis, axis, axis),
                List.of(),
                List.of(),
                List.of(),
                repairs,
                null,
                null,
                null,
                0.9,
                "1",
                "h",
                "h",
                1,
                List.of(),
                List.of(),
                List.of(),
                null);
        return RequestFile.of(ID, TENANT, json(request), decision, null, cancelAsked);
    }

    static JsonNode json(String text) {
        return Json.read(text.replace('\'', '"').getBytes(StandardCharsets.UTF_8));
    }
}
