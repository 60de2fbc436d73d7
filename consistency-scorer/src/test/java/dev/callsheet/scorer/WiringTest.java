package dev.callsheet.scorer;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Optional;
import org.junit.jupiter.api.Test;

class WiringTest {
    @Test
    void withoutAKeyNothingStartsAndItSaysWhatToSet() {
        assertThatThrownBy(() -> new Wiring().vault(Optional.empty(), Optional.empty()))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("SCORER_IDENTITY_MASTER_KEY");
    }
}
