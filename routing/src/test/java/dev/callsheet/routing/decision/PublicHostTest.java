package dev.callsheet.routing.decision;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PublicHostTest {
    @ParameterizedTest
    @ValueSource(
            strings = {
                "127.0.0.1",
                "127.1",
                "2130706433",
                "0x7f000001",
                "0177.0.0.1",
                "10.1.2.3",
                "172.16.0.1",
                "192.168.1.1",
                "169.254.169.254",
                "100.64.0.1",
                "0.0.0.0",
                "255.255.255.255",
                "224.0.0.1",
                "198.18.0.1",
                "localhost",
                "LOCALHOST",
                "localhost.",
                "a.localhost",
                "intranet",
                "db.internal",
                "printer.local",
                "api.svc",
                "[::1]",
                "[::]",
                "[fe80::1]",
                "[fc00::1]",
                "[fd12:3456::1]",
                "[::ffff:127.0.0.1]",
                "[::ffff:10.0.0.1]",
                "[64:ff9b::7f00:1]",
                "[2002:7f00:1::]",
                "[2001:0:7f00:1::]",
                "[ff02::1]",
                "[2001:db8::1]",
                "1.2.3.4.5",
                "999.1.1.1"
            })
    void aHostInsideIsNotPublic(String host) {
        assertThat(PublicHost.is(host)).isFalse();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "cdn.partner.example",
                "8.8.8.8",
                "192.0.78.9",
                "172.32.0.1",
                "[2606:4700::1111]",
                "a.b.co.uk",
                "1password.com"
            })
    void aHostOutsideIs(String host) {
        assertThat(PublicHost.is(host)).isTrue();
    }
}
