package dev.callsheet.stack.supervisor;

import java.util.Arrays;
import java.util.Optional;
import java.util.stream.Collectors;

/** Everything in the stack that listens, with the port it has by default. */
public enum Place {
    KAFKA(19092),
    KAFKA_CONTROLLER(19093),
    POSTGRES(15432),
    OBJECT_STORE(19000),
    TRACES(14318),
    PROVIDER_TWIN(18090),
    REQUEST_API(18080),
    SCENARIO_ROUTER(18081),
    I2V_WORKER(18082),
    R2V_WORKER(18083),
    AVATAR_SESSION_SERVICE(18084),
    CONSISTENCY_SCORER(18085);

    private final int defaultPort;

    Place(int defaultPort) {
        this.defaultPort = defaultPort;
    }

    int defaultPort() {
        return defaultPort;
    }

    /** As people write it: {@code request-api}. */
    public String label() {
        return name().toLowerCase(java.util.Locale.ROOT).replace('_', '-');
    }

    /** The variable that changes its port. */
    String variable() {
        return "CALLSHEET_PORT_" + name();
    }

    public static Optional<Place> of(String label) {
        return Arrays.stream(values())
                .filter(place -> place.label().equals(label))
                .findFirst();
    }

    /** All labels, for messages. */
    public static String labels() {
        return Arrays.stream(values()).map(Place::label).collect(Collectors.joining(", "));
    }
}
