package dev.callsheet.contracts;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.junit.jupiter.api.Test;

class RequestIdentityTest {
    private static final TenantId DEMO = new TenantId("demo");

    @Test
    void bothDoorsNameARestRequestAlike() {
        CloudEvent event = RequestIdentity.restEvent(DEMO, "k-1", new byte[] {'{', '}'}, Instant.EPOCH);

        assertThat(RequestIdentity.of(DEMO, event)).isEqualTo(RequestId.ofKey(DEMO, "k-1"));
        assertThat(event.subject()).isEqualTo(RequestId.ofKey(DEMO, "k-1").toString());
    }

    @Test
    void theSameKeyOfAnotherTenantIsAnotherRequest() {
        assertThat(RequestId.ofKey(new TenantId("other"), "k-1")).isNotEqualTo(RequestId.ofKey(DEMO, "k-1"));
    }
}
