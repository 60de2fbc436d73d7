package dev.callsheet.twin.queue.domain;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.junit.jupiter.api.Test;

class UploadSlotTest {

    private static final Instant NOW = Instant.ofEpochSecond(1_800_000_000);
    private static final UploadSlot SLOT = new UploadSlot("picture.jpg", NOW.getEpochSecond());

    @Test
    void theSignedContentTypeIsAccepted() {
        assertThat(SLOT.check(SLOT.signature("key"), "image/jpg", "key", NOW.plusSeconds(898)))
                .isEmpty();
    }

    @Test
    void anotherContentTypeOrSignatureIsRefused() {
        assertThat(SLOT.check(SLOT.signature("key"), "image/jpeg", "key", NOW))
                .map(UploadSlot.Rejected::status)
                .contains(403);
        assertThat(SLOT.check(SLOT.signature("other"), "image/jpg", "key", NOW))
                .map(UploadSlot.Rejected::code)
                .contains("SignatureDoesNotMatch");
    }

    @Test
    void aMissingContentTypeIsAMalformedRequest() {
        assertThat(SLOT.check(SLOT.signature("key"), null, "key", NOW))
                .map(UploadSlot.Rejected::code)
                .contains("MalformedSecurityHeader");
    }

    @Test
    void aSlotExpiresAfterAQuarterOfAnHour() {
        assertThat(SLOT.check(SLOT.signature("key"), "image/jpg", "key", NOW.plusSeconds(899)))
                .map(UploadSlot.Rejected::code)
                .contains("ExpiredToken");
    }
}
