package dev.callsheet.contracts;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NearestTest {
    private static final List<String> KNOWN = List.of("prompt", "negativePrompt", "media", "maxTakes", "mia");

    @ParameterizedTest
    @CsvSource({"promt,prompt", "max_takes,maxTakes", "Negative-Prompt,negativePrompt", "mai,mia", "medai,media"})
    void aSlipIsForgiven(String found, String meant) {
        assertThat(Nearest.of(found, KNOWN)).isEqualTo(meant);
    }

    @Test
    void whatIsNotNearIsNobody() {
        assertThat(Nearest.of("watermark", KNOWN)).isNull();
        assertThat(Nearest.of("x".repeat(1_000), KNOWN)).isNull();
        assertThat(Nearest.of("", KNOWN)).isNull();
    }
}
