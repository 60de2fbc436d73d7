package dev.callsheet.stack;

import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Real parts for a {@code @QuarkusTest}. Arguments: {@code parts}, comma separated names of {@link RealPart} (all
 * without it), and {@code schema}, a name of {@link Schema} ({@code request_api} without it).
 */
public final class RealPartsResource implements QuarkusTestResourceLifecycleManager {
    private Set<RealPart> parts = EnumSet.allOf(RealPart.class);
    private Schema schema = Schema.REQUEST_API;
    private @Nullable RealParts running;

    @Override
    public void init(Map<String, String> arguments) {
        String named = arguments.get("parts");
        if (named != null) {
            parts = Arrays.stream(named.split(","))
                    .map(name -> RealPart.valueOf(
                            name.strip().toUpperCase(Locale.ROOT).replace('-', '_')))
                    .collect(Collectors.toCollection(() -> EnumSet.noneOf(RealPart.class)));
        }
        schema = Schema.valueOf(arguments.getOrDefault("schema", schema.name()).toUpperCase(Locale.ROOT));
    }

    @Override
    public Map<String, String> start() {
        running = RealParts.start(parts, schema);
        return running.properties();
    }

    @Override
    public void stop() {
        if (running != null) {
            running.close();
            running = null;
        }
    }
}
