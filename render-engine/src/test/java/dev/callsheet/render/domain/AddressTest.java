package dev.callsheet.render.domain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.callsheet.contracts.TenantId;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AddressTest {
    private static final TenantId DEMO = new TenantId("demo");

    @Test
    void aPublicAddressIsHandedOn() {
        assertThat(Address.of("https://cdn.example.com/a.png", "callsheet", DEMO))
                .isEqualTo(new Address.Public("https://cdn.example.com/a.png"));
    }

    @Test
    void anObjectOfTheTenantIsUploaded() {
        assertThat(Address.of("s3://callsheet/tenant/demo/media/a.png", "callsheet", DEMO))
                .isEqualTo(new Address.Stored("tenant/demo/media/a.png"));
    }

    @Test
    void anAddressOfPlainHttpIsNeverHandedOn() {
        assertThat(Address.of("http://cdn.example.com/a.png", "callsheet", DEMO))
                .isEqualTo(new Address.Plain("http://cdn.example.com/a.png"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "s3://callsheet/tenant/other/media/a.png",
                "s3://callsheet/tenant/demo/../other/a.png",
                "s3://elsewhere/tenant/demo/a.png",
                "file:///etc/passwd",
                "https://user:word@host/a.png",
                "a picture"
            })
    void anythingElseIsRefused(String uri) {
        assertThatThrownBy(() -> Address.of(uri, "callsheet", DEMO))
                .isInstanceOf(Unrenderable.class)
                .hasMessageContaining("allowed is");
    }
}
