package dev.callsheet.render.domain;

import static org.assertj.core.api.Assertions.assertThat;

import dev.callsheet.render.domain.LedgerEntry.Kind;
import org.junit.jupiter.api.Test;

class PurseTest {
    @Test
    void whatIsSetAsideCountsAgainstTheCapLikeWhatIsSpent() {
        Purse purse = new Purse("demo", "spring", 1_000_000L, 400_000, 300_000);

        assertThat(purse.holds(300_000)).isTrue();
        assertThat(purse.holds(300_001)).isFalse();
    }

    @Test
    void aReleaseMakesRoomAgainAndASettlementDoesNot() {
        Purse purse = new Purse("demo", "", 500_000L, 0, 0).after(new LedgerEntry(Kind.COMMITTED, 500_000));

        assertThat(purse.after(new LedgerEntry(Kind.RELEASED, 500_000)).holds(500_000))
                .isTrue();
        assertThat(purse.after(new LedgerEntry(Kind.SETTLED, 500_000)).holds(1)).isFalse();
    }

    @Test
    void aRefusalNamesThePurseAndWhatIsLeft() {
        Signal.Refused refused = new Purse("demo", "spring", 1_000_000L, 400_000, 300_000).refusal(500_000);

        assertThat(refused.code()).isEqualTo("budget.campaign");
        assertThat(refused.message()).contains("'spring'", "0.70 of 1.00 USD", "0.50");
    }
}
