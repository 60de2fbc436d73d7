package dev.callsheet.requestapi.outbound.trace;

import static org.assertj.core.api.Assertions.assertThat;

import dev.callsheet.contracts.Json;
import dev.callsheet.requestapi.domain.trace.Bar;
import java.io.IOException;
import java.io.InputStream;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;

class OtlpJsonTest {
    @Test
    void tempoWritesIdsInBase64() throws IOException {
        List<Bar> bars = read("/traces/tempo-v2.json");

        assertThat(bars).hasSize(2);
        Bar door = bars.getFirst();
        assertThat(door.id()).isEqualTo("0102030405060708");
        assertThat(door.parent()).isNull();
        assertThat(door.service()).isEqualTo("request-api");
        assertThat(door.room()).isEqualTo("door");
        assertThat(door.startedAt()).isEqualTo(Instant.parse("2026-03-01T10:00:00.000000500Z"));
        assertThat(door.length()).isEqualTo(Duration.ofMillis(20));
        assertThat(bars.get(1)).satisfies(take -> {
            assertThat(take.parent()).isEqualTo("0102030405060708");
            assertThat(take.failed()).isTrue();
            assertThat(take.attempt()).isEqualTo(2);
            assertThat(take.waitedMs()).isEqualTo(3700);
            assertThat(take.what()).isEqualTo("take 2, wan2.7-r2v, failed, provider.failed");
            assertThat(take.moments()).extracting(Bar.Moment::name).containsExactly("queued", "failed");
        });
    }

    @Test
    void theOlderFormAndHexadecimalIdsAreReadToo() throws IOException {
        assertThat(read("/traces/otlp-hex.json")).singleElement().satisfies(bar -> {
            assertThat(bar.id()).isEqualTo("eee19b7ec3c1b174");
            assertThat(bar.parent()).isEqualTo("eee19b7ec3c1b173");
            assertThat(bar.room()).isEqualTo("other");
        });
    }

    @Test
    void nothingOfAnAttributeIsShownThatMayHoldWords() throws IOException {
        assertThat(read("/traces/tempo-v2.json"))
                .noneSatisfy(bar -> assertThat(String.valueOf(bar)).containsAnyOf("a lion", "X-Amz-Signature"));
    }

    @Test
    void anAnswerWithoutSpansHasNone() {
        assertThat(OtlpJson.bars(Json.mapper().createObjectNode())).isEmpty();
    }

    private static List<Bar> read(String name) throws IOException {
        try (InputStream file = Objects.requireNonNull(OtlpJsonTest.class.getResourceAsStream(name))) {
            return OtlpJson.bars(Json.read(file.readAllBytes()));
        }
    }
}
