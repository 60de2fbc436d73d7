package dev.callsheet.corridor.keys;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.callsheet.contracts.Json;
import dev.callsheet.contracts.TenantId;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.Test;

class KeyRingTest {
    private static final Instant NOW = Instant.parse("2026-11-22T12:00:00Z");
    private static final MintedKey OLD = MintedKey.mint(new SecureRandom());
    private static final MintedKey NEW = MintedKey.mint(new SecureRandom());

    @Test
    void aMintedKeyOpensByItsHashAlone() {
        KeyRing ring = read(OLD.entry(Scope.PLAN, Scope.REQUESTS_READ));

        assertThat(ring.find(OLD.text(), NOW)).isInstanceOfSatisfying(KeyRing.Found.Known.class, known -> {
            assertThat(known.holder().tenant()).isEqualTo(new TenantId("acme"));
            assertThat(known.holder().scopes()).containsExactlyInAnyOrder(Scope.PLAN, Scope.REQUESTS_READ);
        });
        assertThat(ring.find(OLD.text() + "x", NOW)).isInstanceOf(KeyRing.Found.Unknown.class);
        assertThat(ring.find("cs_" + OLD.id() + "_", NOW)).isInstanceOf(KeyRing.Found.Unknown.class);
        assertThat(ring.find(NEW.text(), NOW)).isInstanceOf(KeyRing.Found.Unknown.class);
        assertThat(OLD.entry(Scope.PLAN))
                .doesNotContain(OLD.text().substring(OLD.text().lastIndexOf('_') + 1));
        assertThat(OLD.text().length()).isGreaterThan(55);
    }

    @Test
    void twoKeysAreLiveInARotationAndAThirdIsRefusedUntilOneHasEnded() {
        String third = MintedKey.mint(new SecureRandom()).entry(Scope.PLAN);
        String ended = third.replace("}", ",\"expires\":\"2026-11-22T11:59:59Z\"}");

        KeyRing ring = read(OLD.entry(Scope.PLAN), NEW.entry(Scope.PLAN), ended);
        assertThat(ring.find(OLD.text(), NOW)).isInstanceOf(KeyRing.Found.Known.class);
        assertThat(ring.find(NEW.text(), NOW)).isInstanceOf(KeyRing.Found.Known.class);
        assertThatThrownBy(() -> read(OLD.entry(Scope.PLAN), NEW.entry(Scope.PLAN), third))
                .hasMessageContaining("found 3 live keys; allowed are 2");
    }

    @Test
    void anExpiredKeyIsKnownAsSuch() {
        KeyRing ring = read(OLD.entry(Scope.PLAN).replace("}", ",\"expires\":\"2026-11-22T12:00:00Z\"}"));

        assertThat(ring.find(OLD.text(), NOW.minusMillis(1))).isInstanceOf(KeyRing.Found.Known.class);
        assertThat(ring.find(OLD.text(), NOW)).isInstanceOf(KeyRing.Found.Expired.class);
    }

    @Test
    void aConfiguredKeyHasAllScopesOfATenantAndNoLimits() {
        KeyRing ring = KeyRing.empty().with(Map.of(Json.sha256(utf8("demo-key")).toUpperCase(), "demo"));

        assertThat(ring.find("demo-key", NOW)).isInstanceOfSatisfying(KeyRing.Found.Known.class, known -> {
            assertThat(known.holder().scopes())
                    .contains(Scope.REQUESTS_WRITE, Scope.COSTS_READ)
                    .doesNotContain(Scope.OPERATORS_READ, Scope.OPERATORS_WRITE);
            assertThat(known.holder().limits()).isNull();
        });
    }

    @Test
    void operatorsAreATenantThatOperatesAndAsksForNothing() {
        KeyRing ring = KeyRing.empty().with(Map.of(Json.sha256(utf8("operator-key")), "operators"));

        assertThat(ring.find("operator-key", NOW))
                .isInstanceOfSatisfying(
                        KeyRing.Found.Known.class,
                        known -> assertThat(known.holder().scopes())
                                .containsExactlyInAnyOrder(Scope.OPERATORS_READ, Scope.OPERATORS_WRITE));
        assertThatThrownBy(() -> read(OLD.entry(Scope.PLAN, Scope.OPERATORS_READ)))
                .hasMessageContaining("belong to keys of the tenant 'operators'");
        assertThat(KeyFile.read(operators(OLD.entry(Scope.OPERATORS_READ)), NOW).find(OLD.text(), NOW))
                .isInstanceOf(KeyRing.Found.Known.class);
        assertThatThrownBy(() -> KeyFile.read(operators(OLD.entry(Scope.REQUESTS_WRITE)), NOW))
                .hasMessageContaining("which has no others");
    }

    @Test
    void aWrongFileIsRefusedWithThePlace() {
        assertThatThrownBy(() -> KeyFile.read(utf8("{"), NOW)).hasMessageContaining("not JSON");
        assertThatThrownBy(() -> KeyFile.read(utf8("{\"tenant\":{}}"), NOW))
                .hasMessageContaining("/tenant: not a field");
        assertThatThrownBy(() -> read("{\"id\":\"a\",\"sha256\":\"12\",\"scopes\":[\"plan\"]}"))
                .hasMessageContaining("sha256");
        assertThatThrownBy(() -> read(OLD.entry(Scope.PLAN).replace("plan", "plans")))
                .hasMessageContaining("'plans' is not a scope");
        assertThatThrownBy(() -> read(OLD.entry())).hasMessageContaining("at least one scope");
        assertThatThrownBy(() -> read(OLD.entry(Scope.PLAN), OLD.entry(Scope.PLAN)))
                .hasMessageContaining("stands twice");
    }

    private static byte[] operators(String entry) {
        return utf8("{\"tenants\":{\"operators\":{\"keys\":[" + entry + "]}}}");
    }

    private static KeyRing read(String... entries) {
        return KeyFile.read(
                utf8("{\"tenants\":{\"acme\":{\"keys\":[" + String.join(",", entries)
                        + "],\"limits\":{\"writesPerSecond\":5}}}}"),
                NOW);
    }

    private static byte[] utf8(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
