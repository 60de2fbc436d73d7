package dev.callsheet.twin.render.domain;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

class FreeBoxTest {

    @Test
    void theBoxTellsItsLengthAndItsKindBeforeTheText() {
        var clip = FreeBox.append(new byte[] {1, 2, 3}, "job-7");

        var box = ByteBuffer.wrap(clip, 3, clip.length - 3);
        assertThat(box.getInt()).isEqualTo(8 + 5).isEqualTo(clip.length - 3);
        assertThat(new String(clip, 7, 9, StandardCharsets.US_ASCII)).isEqualTo("freejob-7");
    }
}
