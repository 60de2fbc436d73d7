package dev.callsheet.render.domain;

import static org.assertj.core.api.Assertions.assertThatCode;

import dev.callsheet.render.testkit.Mp4;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;

class Mp4ProbeProperties {

    @Property(tries = 3000)
    void damagedBytesNeverBreakTheProbe(
            @ForAll @IntRange(min = 0, max = 499) int at, @ForAll byte value, @ForAll @IntRange(max = 8) int shift) {
        byte[] film = Mp4.film(2, 100);
        film[at % film.length] = value;
        Mp4Probe probe = new Mp4Probe();

        assertThatCode(() -> {
                    probe.feed(film, 0, film.length - shift);
                    probe.movie();
                })
                .doesNotThrowAnyException();
    }
}
