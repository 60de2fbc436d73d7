package dev.callsheet.routing.policy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.callsheet.contracts.Route;
import dev.callsheet.routing.decision.Policy;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class PolicyFileTest {
    @Test
    void theBuiltInPolicyIsPossible() {
        Policy policy = PolicyFile.load(Optional.empty()).all();

        assertThat(policy.routeOf("wan2.7-r2v")).contains(Route.R2V);
        assertThat(policy.i2v().microsPerSecond()).containsEntry("720P", 100_000L);
        assertThat(policy.hash()).matches("[0-9a-f]{64}");
    }

    @Test
    void anImpossibleValueIsNamed() throws IOException {
        assertRefused(builtIn().replace("minSide: 360", "minSide: 3600"), "pictures.minSide");
    }

    @Test
    void anUnknownKeyIsNamed() throws IOException {
        assertRefused(builtIn().replace("minSide: 360", "minSide: 360\n  minSize: 1"), "minSize");
    }

    @Test
    void aMissingValueIsNamed() throws IOException {
        assertRefused(builtIn().replace("  floorMs: 1000\n", ""), "floorMs");
    }

    @Test
    void whatIsNoMappingIsRefused() {
        assertRefused("- a\n- b\n", "mapping");
    }

    private static void assertRefused(String yaml, String named) {
        assertThatThrownBy(() -> PolicyFile.read(yaml.getBytes(StandardCharsets.UTF_8)))
                .isInstanceOf(PolicyRefused.class)
                .hasMessageContaining(named);
    }

    private static String builtIn() throws IOException {
        try (var resource = PolicyFileTest.class.getResourceAsStream("/policy.yaml")) {
            assertThat(resource).isNotNull();
            return new String(resource.readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
