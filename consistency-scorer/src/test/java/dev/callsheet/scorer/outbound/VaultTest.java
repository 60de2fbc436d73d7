package dev.callsheet.scorer.outbound;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import org.junit.jupiter.api.Test;

class VaultTest {
    private static final Instant NOW = Instant.parse("2026-03-01T12:00:00Z");
    private static final Instant UNTIL = NOW.plusSeconds(60);
    private static final String PLACE = "tenant/demo/identity/character/c/prototype-1.bin";
    private static final byte[] FACE = "a face in 128 numbers".getBytes(StandardCharsets.UTF_8);
    private static final String FIRST = key(1);
    private static final String SECOND = key(2);

    private final Vault vault = new Vault(new MasterKeys(FIRST, List.of()));

    @Test
    void whatWasSealedOpensInItsPlaceAndTime() {
        byte[] sealed = vault.seal("demo", PLACE, FACE, UNTIL);

        assertThat(new String(sealed, StandardCharsets.ISO_8859_1)).doesNotContain("face");
        assertThat(vault.open("demo", PLACE, sealed, NOW)).isInstanceOfSatisfying(Opened.Content.class, content -> {
            assertThat(content.bytes()).isEqualTo(FACE);
            assertThat(content.until()).isEqualTo(UNTIL);
            assertThat(content.toString()).doesNotContain("face");
        });
    }

    @Test
    void withoutAnEndItOpensForEver() {
        byte[] sealed = vault.seal("demo", PLACE, FACE, null);

        assertThat(vault.open("demo", PLACE, sealed, Instant.parse("2999-01-01T00:00:00Z")))
                .isInstanceOf(Opened.Content.class);
    }

    @Test
    void afterItsTimeItGivesNothing() {
        byte[] sealed = vault.seal("demo", PLACE, FACE, UNTIL);

        assertThat(why(vault.open("demo", PLACE, sealed, UNTIL))).isEqualTo(Opened.Why.EXPIRED);
    }

    @Test
    void anotherTenantOpensNothing() {
        byte[] sealed = vault.seal("demo", PLACE, FACE, UNTIL);

        assertThat(why(vault.open("acme", PLACE, sealed, NOW))).isEqualTo(Opened.Why.NOT_GENUINE);
    }

    @Test
    void movedToAnotherKeyItOpensNoMore() {
        byte[] sealed = vault.seal("demo", PLACE, FACE, UNTIL);

        assertThat(why(vault.open("demo", PLACE.replace("/c/", "/d/"), sealed, NOW)))
                .isEqualTo(Opened.Why.NOT_GENUINE);
    }

    @Test
    void noByteCanBeAltered() {
        byte[] sealed = vault.seal("demo", PLACE, FACE, UNTIL);

        for (int i = 0; i < sealed.length; i++) {
            byte[] altered = sealed.clone();
            altered[i] ^= 1;
            assertThat(vault.open("demo", PLACE, altered, NOW)).as("byte " + i).isInstanceOf(Opened.Nothing.class);
        }
    }

    @Test
    void itsTimeCannotBeProlonged() {
        byte[] sealed = vault.seal("demo", PLACE, FACE, NOW.minusSeconds(1));
        // The end stands in bytes 12 to 19: this makes it 136 years later.
        sealed[15] ^= 1;

        assertThat(why(vault.open("demo", PLACE, sealed, NOW))).isEqualTo(Opened.Why.NOT_GENUINE);
    }

    @Test
    void cutShortItGivesNothing() {
        byte[] sealed = vault.seal("demo", PLACE, FACE, UNTIL);

        for (int length = 0; length < sealed.length; length++) {
            assertThat(vault.open("demo", PLACE, java.util.Arrays.copyOf(sealed, length), NOW))
                    .isInstanceOf(Opened.Nothing.class);
        }
    }

    @Test
    void theSameContentIsNeverSealedToTheSameBytes() {
        assertThat(vault.seal("demo", PLACE, FACE, UNTIL)).isNotEqualTo(vault.seal("demo", PLACE, FACE, UNTIL));
    }

    @Test
    void anOlderKeyStillOpensWhatItSealed() {
        byte[] sealed = vault.seal("demo", PLACE, FACE, UNTIL);
        Vault rotated = new Vault(new MasterKeys(SECOND, List.of(FIRST)));
        Vault without = new Vault(new MasterKeys(SECOND, List.of()));

        assertThat(rotated.open("demo", PLACE, sealed, NOW)).isInstanceOf(Opened.Content.class);
        assertThat(rotated.current(Vault.header(sealed).orElseThrow())).isFalse();
        assertThat(why(without.open("demo", PLACE, sealed, NOW))).isEqualTo(Opened.Why.UNKNOWN_KEY);
    }

    @Test
    void anObjectOfAnotherKindIsNotTakenForOne() {
        byte[] json = "{\"version\": 1, \"and\": \"more than a header's length\"}".getBytes(StandardCharsets.UTF_8);

        assertThat(why(vault.open("demo", PLACE, json, NOW))).isEqualTo(Opened.Why.NOT_SEALED);
    }

    @Test
    void aKeyOfAnotherLengthIsRefusedWithoutBeingRepeated() {
        String tooShort = Base64.getEncoder().encodeToString(new byte[16]);

        assertThatThrownBy(() -> new MasterKeys(tooShort, List.of()))
                .hasMessageContaining("found 16 bytes")
                .hasMessageNotContaining(tooShort);
        assertThatThrownBy(() -> new MasterKeys("not base64!", List.of()))
                .hasMessageContaining("scorer.identity.master-key: not base64")
                .hasMessageNotContaining("not base64!");
    }

    @Test
    void theKeyInTheSourcesIsKnownAsSuch() {
        assertThat(new MasterKeys("Y2FsbHNoZWV0IExPQ0FMIGtleSwgbm8gc2VjcmV0ISE=", List.of()).published())
                .isTrue();
        assertThat(new MasterKeys(FIRST, List.of()).published()).isFalse();
    }

    private static Opened.Why why(Opened opened) {
        return ((Opened.Nothing) opened).why();
    }

    private static String key(int fill) {
        byte[] bytes = new byte[32];
        java.util.Arrays.fill(bytes, (byte) fill);
        return Base64.getEncoder().encodeToString(bytes);
    }
}
