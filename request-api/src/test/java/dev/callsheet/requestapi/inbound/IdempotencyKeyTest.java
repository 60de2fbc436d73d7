package dev.callsheet.requestapi.inbound;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;

class IdempotencyKeyTest {
    @Test
    void quotesAroundAKeyDoNotCount() {
        assertThat(IdempotencyKey.of("\"order-17\"")).isEqualTo(IdempotencyKey.of(" order-17 "));
    }

    @ParameterizedTest
    @NullSource
    @ValueSource(strings = {"", " ", "\"\"", "a\u0001b", "schlüssel"})
    void whatIsNoKeyIsAProblem(String header) {
        assertThatThrownBy(() -> IdempotencyKey.of(header))
                .isInstanceOfSatisfying(
                        ProblemException.class,
                        e -> assertThat(e.problem().status()).isEqualTo(400));
    }

    @Test
    void aKeyIsAtMostTwoHundredCharacters() {
        assertThat(IdempotencyKey.of("k".repeat(200)).value()).hasSize(200);
        assertThatThrownBy(() -> IdempotencyKey.of("k".repeat(201))).isInstanceOf(ProblemException.class);
    }
}
