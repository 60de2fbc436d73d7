package dev.callsheet.corridor;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class TurnsTest {
    @Test
    void whatHasTheSameKeyGoesOneAfterTheOtherAndAllElseTogether() {
        List<List<String>> turns = Turns.of(List.of("a1", "b1", "a2", "c1", "a3", "b2"), one -> one.substring(0, 1));

        assertThat(turns).containsExactly(List.of("a1", "b1", "c1"), List.of("a2", "b2"), List.of("a3"));
    }

    @Test
    void nothingTakesNoTurn() {
        assertThat(Turns.of(List.<String>of(), one -> one)).isEmpty();
    }
}
