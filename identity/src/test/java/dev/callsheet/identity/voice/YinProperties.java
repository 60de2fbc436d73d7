package dev.callsheet.identity.voice;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.IntRange;

class YinProperties {
    /** Also where an overtone is louder than the fundamental, which misleads a search for the loudest frequency. */
    @Property(tries = 200)
    void theFundamentalIsFoundUnderLouderOvertones(
            @ForAll @DoubleRange(min = 65, max = 450) double hertz,
            @ForAll @IntRange(min = 2, max = 5) int loudOvertone,
            @ForAll @DoubleRange(min = 0, max = 6.28) double phase) {
        float[] samples = new float[Yin.NEEDED];
        for (int i = 0; i < samples.length; i++) {
            double turn = 2 * Math.PI * hertz * i / Sound.RATE;
            samples[i] = (float) (0.2 * Math.sin(turn)
                    + 0.3 * Math.sin(loudOvertone * turn + phase)
                    + 0.1 * Math.sin((loudOvertone + 1) * turn));
        }

        assertThat(new Yin().hertz(samples, 0).orElseThrow()).isCloseTo(hertz, within(0.01 * hertz));
    }
}
