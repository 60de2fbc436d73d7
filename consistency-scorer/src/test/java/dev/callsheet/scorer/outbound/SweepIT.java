package dev.callsheet.scorer.outbound;

import static org.assertj.core.api.Assertions.assertThat;

import dev.callsheet.contracts.CharacterId;
import dev.callsheet.contracts.RequestId;
import dev.callsheet.contracts.TakeId;
import dev.callsheet.contracts.TenantId;
import dev.callsheet.identity.face.Embedding;
import dev.callsheet.scorer.domain.KeptPortrait;
import dev.callsheet.stack.RealPartsResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.api.Test;

@QuarkusTest
@WithTestResource(
        value = RealPartsResource.class,
        initArgs = @ResourceArg(name = "parts", value = "kafka,object-store"))
class SweepIT {
    private static final Instant NOW = Instant.parse("2026-03-01T12:00:00Z");
    private static final Instant UNTIL = NOW.plus(Duration.ofDays(10));
    private static final TenantId ACME = new TenantId("acme-sweep");
    private static final CharacterId LEA = CharacterId.of(ACME, "Lea");
    private static final TakeId TAKE = TakeId.of(RequestId.ofKey(ACME, "sweep"), 1);
    private static final String NEW_KEY = Base64.getEncoder()
            .encodeToString("another key that has 32 bytes...".getBytes(java.nio.charset.StandardCharsets.US_ASCII));

    @Inject
    ObjectStore store;

    @Inject
    Register register;

    @ConfigProperty(name = "scorer.identity.master-key")
    String oldKey;

    @Test
    void whatAnOlderKeySealedIsSealedAnewSoThatTheKeyCanGo() {
        keep();
        Vault both = new Vault(new MasterKeys(NEW_KEY, List.of(oldKey)));
        Register withoutOld = new Register(store, new Vault(new MasterKeys(NEW_KEY, List.of())));
        assertThat(withoutOld.portrait(ACME, LEA, TAKE, NOW)).isEmpty();

        Sweep.Swept swept = new Sweep(store, both, new Register(store, both)).run(NOW);

        assertThat(swept.renewed()).isGreaterThanOrEqualTo(2);
        assertThat(withoutOld.portrait(ACME, LEA, TAKE, NOW)).isPresent();
        assertThat(withoutOld.shown(ACME, LEA, 1)).hasSize(1);
        assertThat(new Sweep(store, both, new Register(store, both)).run(NOW).renewed())
                .isZero();
    }

    @Test
    void whatHasATimeIsDeletedAfterIt() {
        keep();
        Vault vault = new Vault(new MasterKeys(oldKey, List.of(NEW_KEY)));
        Sweep sweep = new Sweep(store, vault, register);

        sweep.run(UNTIL.minusSeconds(1));
        assertThat(register.portrait(ACME, LEA, TAKE, NOW)).isPresent();

        sweep.run(UNTIL);
        assertThat(register.portrait(ACME, LEA, TAKE, NOW)).isEmpty();
        // Where it was shown is still known, for a withdrawal.
        assertThat(register.shown(ACME, LEA, 1)).hasSize(1);
    }

    private void keep() {
        register.note(ACME, LEA, new Register.Shown(1, TAKE, "tenant/acme-sweep/request/r/take/t/score/", null));
        register.keep(ACME, LEA, TAKE, new KeptPortrait("model", new Embedding(new float[] {1, 2})), UNTIL);
    }
}
