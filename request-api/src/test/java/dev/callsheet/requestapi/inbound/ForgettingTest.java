package dev.callsheet.requestapi.inbound;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.callsheet.requestapi.outbound.HistoryWeeks;
import dev.callsheet.requestapi.outbound.Transactions;
import java.time.Duration;
import java.time.Period;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.postgresql.ds.PGSimpleDataSource;

class ForgettingTest {
    private static Forgetting kept(String period) {
        return new Forgetting(
                new HistoryWeeks(new Transactions(new PGSimpleDataSource())),
                Period.parse(period),
                Duration.ofHours(1));
    }

    @ParameterizedTest
    @ValueSource(strings = {"P34D", "P1M", "P0D", "P-1Y"})
    void whatTheLogMayTellAgainIsNotForgotten(String period) {
        assertThatThrownBy(() -> kept(period))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("callsheet.requests.kept is " + Period.parse(period) + ", allowed is P35D");
    }

    @Test
    void longerIsAllowed() {
        assertThatCode(() -> kept("P35D")).doesNotThrowAnyException();
        assertThatCode(() -> kept("P2M")).doesNotThrowAnyException();
    }
}
