package dev.callsheet.chaos.load;

import dev.callsheet.contracts.Decision;
import dev.callsheet.contracts.Json;
import dev.callsheet.contracts.Route;
import java.util.List;

/** The router's decision for a picture to be set in motion. */
final class Assignment {
    private static final String MODEL = "wan2.7-i2v";

    private Assignment() {}

    static Decision of(Ask ask) {
        var batch = new Decision.Axis("batch", List.of(), Decision.Origin.DEFAULT);
        var picture = new Decision.Axis("firstFrame", List.of("/media/0/role"), Decision.Origin.STATED);
        var clip = new Decision.Axis("clip", List.of(), Decision.Origin.DEFAULT);
        return new Decision(
                Route.I2V,
                "13-family-by-slot",
                new Decision.Axes(batch, picture, clip),
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                null,
                null,
                MODEL,
                0.95,
                "chaos",
                "chaos",
                Json.sha256(Json.write(ask.request())),
                1,
                List.of("/media/0", "/prompt"),
                List.of(),
                List.of(),
                null);
    }
}
