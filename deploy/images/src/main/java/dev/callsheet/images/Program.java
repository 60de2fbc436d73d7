package dev.callsheet.images;

import dev.callsheet.stack.RealPart;
import dev.callsheet.stack.Schema;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What there is an image of. */
public enum Program {
    REQUEST_API(Schema.REQUEST_API, "The front desk: takes requests in, tells how they stand, serves the pages."),
    SCENARIO_ROUTER(null, "Decides which of three kinds of production a request is."),
    I2V_WORKER(Schema.I2V, "Sets pictures in motion, and pays each render once."),
    R2V_WORKER(Schema.R2V, "Renders characters that stay themselves, with bounded retakes."),
    AVATAR_SESSION_SERVICE(Schema.AVATAR, "Live avatar sessions: turns, barge-in, an end to every meter."),
    CONSISTENCY_SCORER(null, "Measures whether a character stayed itself."),
    PROVIDER_TWIN(null, "Stands in for the paid providers, offline.");

    private final @Nullable Schema schema;
    private final String description;

    Program(@Nullable Schema schema, String description) {
        this.schema = schema;
        this.description = description;
    }

    /** As folders, images and containers are called: {@code request-api}. */
    public String label() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** One sentence, for the image's label. */
    public String description() {
        return description;
    }

    /** Its tables, if it keeps any. */
    Optional<Schema> schema() {
        return Optional.ofNullable(schema);
    }

    /** What has to run before it becomes ready. */
    Set<RealPart> needs() {
        if (this == PROVIDER_TWIN) {
            return Set.of();
        }
        var all = EnumSet.of(RealPart.KAFKA, RealPart.OBJECT_STORE);
        schema().ifPresent(kept -> all.add(RealPart.POSTGRES));
        return all;
    }

    /** Where the build leaves it. */
    Path packaged(Path checkout) {
        return checkout.resolve(label()).resolve("target/quarkus-app");
    }

    /** @throws ImageFailure if there is no such program */
    static Program of(String label) {
        return Arrays.stream(values())
                .filter(program -> program.label().equals(label))
                .findFirst()
                .orElseThrow(() -> new ImageFailure("there is no program '" + label + "'; allowed are "
                        + Arrays.stream(values()).map(Program::label).toList()));
    }
}
