package dev.callsheet.bench.scorer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.callsheet.bench.machine.Programs;
import dev.callsheet.bench.report.Figures;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class MemoryTest {
    @Test
    void theSecondFifthAndTheLastAreMeans() {
        List<Double> values =
                IntStream.rangeClosed(1, 500).mapToObj(Double::valueOf).toList();

        assertThat(Memory.stretch(values, 1)).isEqualTo(150.5);
        assertThat(Memory.stretch(values, 4)).isEqualTo(450.5);
    }

    @Test
    void theLastFifthEndsWithTheLastClip() {
        assertThat(Memory.stretch(List.of(0.0, 0.0, 0.0, 0.0, 0.0, 0.0, 0.0, 0.0, 0.0, 0.0, 3.0, 5.0), 4))
                .isEqualTo(4);
    }

    @Test
    void fewClipsHaveNoStretches() {
        Path nowhere = Path.of("nowhere");
        assertThatThrownBy(() -> new Memory(new Programs(nowhere, List.of()), new Material(nowhere), 9, new Figures()))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("--clips");
    }
}
