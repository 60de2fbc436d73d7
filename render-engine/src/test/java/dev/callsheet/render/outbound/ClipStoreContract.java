package dev.callsheet.render.outbound;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.NoSuchFileException;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What every store of clips does. */
public abstract class ClipStoreContract {

    protected abstract ClipStore store();

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void whatIsPutIsRead(boolean lengthKnown) throws IOException {
        byte[] bytes = new byte[6_000_000];
        new Random(7).nextBytes(bytes);

        store().put("a/clip.mp4", "video/mp4", lengthKnown ? bytes.length : -1, new ByteArrayInputStream(bytes));

        assertThat(store().size("a/clip.mp4")).isEqualTo(bytes.length);
        try (InputStream content = store().open("a/clip.mp4")) {
            assertThat(content.readAllBytes()).isEqualTo(bytes);
        }
    }

    @Test
    void aSecondPutReplacesTheFirst() throws IOException {
        store().put("a/manifest.json", "application/json", 1, new ByteArrayInputStream(new byte[] {1}));
        store().put("a/manifest.json", "application/json", 2, new ByteArrayInputStream(new byte[] {2, 3}));

        assertThat(store().size("a/manifest.json")).isEqualTo(2);
    }

    @Test
    void whatIsNotThereIsSaidToBeMissing() {
        assertThatThrownBy(() -> store().size("nothing")).isInstanceOf(NoSuchFileException.class);
        assertThatThrownBy(() -> store().open("nothing")).isInstanceOf(NoSuchFileException.class);
    }

    @Test
    void itIsReady() {
        assertThat(store().ready()).isTrue();
    }
}
