package dev.callsheet.requestapi.outbound.webhook;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.callsheet.contracts.TenantId;
import java.util.Base64;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class SealTest {
    private static final TenantId DEMO = new TenantId("demo");
    private static final UUID HERE = new UUID(1, 2);
    private static final byte[] SECRET = new byte[] {1, 2, 3, 4, 5};

    @Test
    void whatWasSealedOpensInItsOwnRowAlone() {
        Seal seal = new Seal(new MasterKeys(key(1), List.of()));
        byte[] sealed = seal.close(DEMO, HERE, SECRET);

        assertThat(seal.open(DEMO, HERE, sealed)).isEqualTo(SECRET);
        assertThat(seal.close(DEMO, HERE, SECRET)).isNotEqualTo(sealed);
        assertThatThrownBy(() -> seal.open(DEMO, new UUID(1, 3), sealed)).hasMessageContaining("not genuine");
        assertThatThrownBy(() -> seal.open(new TenantId("other"), HERE, sealed)).hasMessageContaining("not genuine");
        sealed[sealed.length - 1] ^= 1;
        assertThatThrownBy(() -> seal.open(DEMO, HERE, sealed)).hasMessageContaining("not genuine");
        assertThatThrownBy(() -> seal.open(DEMO, HERE, new byte[3])).hasMessageContaining("unknown form");
    }

    @Test
    void anOlderKeyOpensWhatItHasSealedAndSealsNoMore() {
        byte[] sealed = new Seal(new MasterKeys(key(1), List.of())).close(DEMO, HERE, SECRET);
        Seal next = new Seal(new MasterKeys(key(2), List.of(key(1))));
        Seal later = new Seal(new MasterKeys(key(2), List.of()));

        assertThat(next.open(DEMO, HERE, sealed)).isEqualTo(SECRET);
        assertThat(later.open(DEMO, HERE, next.close(DEMO, HERE, SECRET))).isEqualTo(SECRET);
        assertThatThrownBy(() -> later.open(DEMO, HERE, sealed)).hasMessageContaining("not configured");
    }

    @Test
    void aKeyOfAnotherFormIsNotRepeated() {
        assertThatThrownBy(() -> new MasterKeys("swordfish!", List.of()))
                .hasMessageContaining("callsheet.webhooks.master-key")
                .hasMessageNotContaining("swordfish");
        assertThatThrownBy(() -> new MasterKeys("c3dvcmRmaXNo", List.of())).hasMessageContaining("found 9 bytes");
    }

    private static String key(int of) {
        byte[] key = new byte[32];
        key[0] = (byte) of;
        return Base64.getEncoder().encodeToString(key);
    }
}
