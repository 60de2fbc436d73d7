package dev.callsheet.stack;

import java.nio.file.Files;
import java.nio.file.Path;
import org.testcontainers.DockerClientFactory;

/** Where real parts come from: containers, or programs started here. */
enum Infrastructure {
    DOCKER,
    LOCAL;

    /** System property that decides by hand: {@code docker} or {@code local}. */
    static final String PROPERTY = "callsheet.infra";

    /** Containers where a Docker engine answers, else programs. */
    static Infrastructure choose() {
        String named = System.getProperty(PROPERTY, "");
        return switch (named) {
            case "docker" -> DOCKER;
            case "local" -> LOCAL;
            case "" -> hasEngine() && DockerClientFactory.instance().isDockerAvailable() ? DOCKER : LOCAL;
            default -> throw new StackFailure("-D" + PROPERTY + ": found '" + named + "'; allowed are docker, local");
        };
    }

    /** A cheap look first: asking Testcontainers where there is no engine costs a second and an error in the log. */
    private static boolean hasEngine() {
        return System.getenv("DOCKER_HOST") != null || Files.exists(Path.of("/var/run/docker.sock"));
    }
}
