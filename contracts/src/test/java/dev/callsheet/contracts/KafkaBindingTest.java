package dev.callsheet.contracts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;

class KafkaBindingTest {
    private static final CloudEvent EVENT = new CloudEvent(
            "e-1",
            "/shop",
            "dev.callsheet.video.requested.v1",
            "s-1",
            Instant.parse("2026-11-22T10:00:00Z"),
            Map.of("traceparent", "00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01"),
            utf8("{\"prompt\":\"zoom\"}"));

    @Test
    void binaryModeGoesOutAndComesBackTheSame() {
        KafkaBinding.Encoded encoded = KafkaBinding.write(EVENT);

        CloudEvent read = KafkaBinding.read(encoded.headers(), encoded.value());

        assertThat(read).usingRecursiveComparison().isEqualTo(EVENT);
    }

    @Test
    void structuredModeIsReadByItsContentType() {
        String envelope = """
                {"specversion":"1.0","id":"e-1","source":"/shop","type":"dev.callsheet.video.requested.v1",
                 "time":"2026-11-22T10:00:00Z","datacontenttype":"application/json","data":{"prompt":"zoom"}}""";

        CloudEvent read = KafkaBinding.read(
                Map.of("content-type", utf8("application/cloudevents+json; charset=utf-8")), utf8(envelope));

        assertThat(read.id()).isEqualTo("e-1");
        assertThat(Json.read(read.data()).get("prompt").asText()).isEqualTo("zoom");
    }

    @Test
    void aRecordWithoutAttributesIsUnreadableAndNamesTheAttribute() {
        Map<String, byte[]> headers = new HashMap<>(KafkaBinding.write(EVENT).headers());
        headers.remove("ce_id");

        assertThatThrownBy(() -> KafkaBinding.read(headers, EVENT.data()))
                .isInstanceOf(UnreadableEvent.class)
                .hasMessageContaining("'id'");
    }

    @Test
    void aTombstoneIsUnreadable() {
        assertThatThrownBy(() -> KafkaBinding.read(Map.of(), null)).isInstanceOf(UnreadableEvent.class);
    }

    @Test
    void brokenJsonIsUnreadableWithItsPlace() {
        assertThatThrownBy(() -> Json.read(utf8("{\"a\":1,\"a\":2}")))
                .isInstanceOf(UnreadableEvent.class)
                .hasMessageContaining("line 1");
    }

    private static byte[] utf8(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
