package dev.callsheet.deploy;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;

/** The routing policy that is mounted. */
class PolicyFileTest {
    @Test
    void itIsTheBuiltInOne() {
        assertThat(Path.of("k8s/base/policy/policy.yaml"))
                .as("copy routing/src/main/resources/policy.yaml")
                .hasSameTextualContentAs(Path.of("../routing/src/main/resources/policy.yaml"));
    }
}
