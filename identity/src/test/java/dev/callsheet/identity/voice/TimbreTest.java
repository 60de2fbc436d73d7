package dev.callsheet.identity.voice;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class TimbreTest {
    private final Timbre man = Timbre.of(Sounds.voice(120, 1, 4));

    @Test
    void aVoiceHasItsOwnTimbreAlsoWhenItIsLouder() {
        Timbre louder = Timbre.of(Sounds.overdriven(Sounds.voice(120, 1, 4), 1.5));

        assertThat(man.distance(man)).isZero();
        assertThat(man.distance(louder)).isCloseTo(0, within(1e-6));
    }

    @Test
    void sayingItTwiceChangesNothing() {
        Sound voice = Sounds.voice(120, 1, 4);

        assertThat(man.distance(Timbre.of(Sounds.joined(voice, voice)))).isCloseTo(0, within(1e-3));
    }

    @Test
    void anotherMouthIsFartherThanAnotherPitch() {
        Timbre higher = Timbre.of(Sounds.voice(130, 1, 4));
        Timbre woman = Timbre.of(Sounds.voice(130, 1.17, 4));

        assertThat(man.distance(higher)).isPositive().isLessThan(0.5);
        assertThat(man.distance(woman)).isGreaterThan(3 * man.distance(higher));
        assertThat(man.distance(woman)).isEqualTo(woman.distance(man));
    }

    @Test
    void soundsThatNeverChangeCanBeCompared() {
        Timbre nothing = Timbre.of(Sounds.silence(1));

        assertThat(nothing.distance(nothing)).isZero();
        assertThat(nothing.distance(man)).isFinite().isPositive();
    }
}
