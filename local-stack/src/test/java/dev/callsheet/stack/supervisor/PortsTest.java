package dev.callsheet.stack.supervisor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Map;
import org.junit.jupiter.api.Test;

class PortsTest {
    @Test
    void withoutAWordEachPlaceHasItsOwnPort() {
        Ports ports = Ports.of(null, Map.of(), Map.of());

        assertThat(ports.of(Place.KAFKA)).isEqualTo(19092);
        assertThat(ports.byPlace().values()).doesNotHaveDuplicates().hasSize(Place.values().length);
    }

    @Test
    void theNearerWordWins() {
        Map<String, String> environment =
                Map.of("CALLSHEET_PORT_KAFKA", "29092", "CALLSHEET_PORT_REQUEST_API", "28080");

        Ports ports = Ports.of("30000", Map.of("kafka", 39092), environment);

        assertThat(ports.of(Place.KAFKA)).isEqualTo(39092);
        assertThat(ports.of(Place.REQUEST_API)).isEqualTo(28080);
        assertThat(ports.of(Place.KAFKA_CONTROLLER)).isEqualTo(30001);
    }

    @Test
    void aTakenPortIsNamedWithTheWayToChangeIt() {
        Ports ports = Ports.of(null, Map.of(), Map.of());

        assertThatThrownBy(() -> ports.requireFree(port -> port != 18080))
                .hasMessageContaining("18080 (request-api)")
                .hasMessageContaining("--port request-api=28080")
                .hasMessageContaining("CALLSHEET_PORT_REQUEST_API");
        assertThatCode(() -> ports.requireFree(port -> true)).doesNotThrowAnyException();
    }

    @Test
    void anUnknownPlaceAndAnImpossiblePortAreRefusedWithWhatIsAllowed() {
        assertThatThrownBy(() -> Ports.of(null, Map.of("kafca", 1), Map.of()))
                .hasMessageContaining("kafca")
                .hasMessageContaining("postgres");
        assertThatThrownBy(() -> Ports.of(null, Map.of("kafka", 70_000), Map.of()))
                .hasMessageContaining("70000")
                .hasMessageContaining("1 to 65535");
        assertThatThrownBy(() -> Ports.of("many", Map.of(), Map.of())).hasMessageContaining("many");
    }
}
