package dev.callsheet.stack.operators;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class DonePlacesTest {
    @Test
    void whatIsLeftStaysFirstAndWhatIsBehindItIsRemembered() {
        var places = new DonePlaces(null, 10);
        places.add(10);
        places.add(12);
        places.add(13);
        places.add(20);

        var again = new DonePlaces(places.commit(), 10);

        assertThat(places.commit().metadata()).isEqualTo("done=12-13,20");
        assertThat(again.next()).isEqualTo(11);
        assertThat(again.contains(11)).isFalse();
        assertThat(again.contains(12)).isTrue();
        assertThat(again.contains(13)).isTrue();
        assertThat(again.contains(14)).isFalse();
        again.add(11);
        assertThat(again.next()).isEqualTo(14);
        assertThat(again.commit().metadata()).isEqualTo("done=20");
    }

    @Test
    void whatTheBrokerHasDroppedIsDone() {
        assertThat(new DonePlaces(null, 0).next()).isZero();
        var places = new DonePlaces(null, 0);
        places.add(5);
        assertThat(new DonePlaces(places.commit(), 5).next()).isEqualTo(6);
    }

    @Test
    void tooMuchToRememberIsLookedAtAgain() {
        var places = new DonePlaces(null, 0);
        for (long offset = 1_000_001; offset < 1_002_001; offset += 2) {
            places.add(offset);
        }

        assertThat(places.commit().metadata()).hasSizeBetween(3400, 3600).matches("done=[0-9,]+[0-9]");
        assertThat(new DonePlaces(places.commit(), 0).contains(1_000_001)).isTrue();
    }
}
