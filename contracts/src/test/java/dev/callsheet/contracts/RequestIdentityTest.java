package dev.callsheet.contracts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.Map;
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

    @Test
    void anEventWithAKeyIsTheRequestOfThatKeyAtTheOtherDoor() {
        CloudEvent event =
                new CloudEvent("e-1", "/shop", VideoRequest.TYPE, null, null, Map.of(), new byte[] {'{', '}'});

        assertThat(RequestIdentity.of(DEMO, event.with("idempotencykey", "k-1")))
                .isEqualTo(RequestId.ofKey(DEMO, "k-1"));
        assertThat(RequestIdentity.of(DEMO, event)).isEqualTo(RequestId.ofEvent(DEMO, "/shop", "e-1"));
        assertThatThrownBy(() -> RequestIdentity.of(DEMO, event.with("idempotencykey", "é")))
                .isInstanceOfSatisfying(
                        UnreadableEvent.class, e -> assertThat(e.code()).isEqualTo("event.idempotencykey"));
    }
}
