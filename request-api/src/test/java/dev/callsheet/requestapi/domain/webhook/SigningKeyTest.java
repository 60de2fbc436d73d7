package dev.callsheet.requestapi.domain.webhook;

import static org.assertj.core.api.Assertions.assertThat;

import com.standardwebhooks.Webhook;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.SecureRandom;
import java.security.Signature;
import java.security.spec.X509EncodedKeySpec;
import java.time.Instant;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class SigningKeyTest {
    private static final UUID ID = UUID.fromString("00000000-0000-5000-8000-000000000001");
    private static final String BODY = "{\"type\":\"request.completed\",\"data\":{\"character\":\"Zoë\"}}";

    private final SecureRandom random = new SecureRandom();

    @Test
    void theOfficialLibraryBelievesOurSignatureAndNoOther() throws Exception {
        SigningKey key = SigningKey.made(Scheme.V1, random);
        Instant now = Instant.now();
        String signature = key.sign(ID, now, BODY.getBytes(StandardCharsets.UTF_8));
        Webhook receiver = new Webhook(key.verifier());

        receiver.verify(BODY, headers(now, signature));

        assertThat(key.verifier()).matches("whsec_[A-Za-z0-9+/]{43}=");
        assertThat(believes(receiver, BODY + " ", headers(now, signature))).isFalse();
        assertThat(believes(receiver, BODY, headers(now.plusSeconds(1), signature)))
                .isFalse();
    }

    @Test
    void duringARotationReceiversWithEitherKeyBelieveIt() throws Exception {
        SigningKey old = SigningKey.made(Scheme.V1, random);
        SigningKey fresh = SigningKey.made(Scheme.V1, random);
        Instant now = Instant.now();
        byte[] body = BODY.getBytes(StandardCharsets.UTF_8);
        String both = fresh.sign(ID, now, body) + " " + old.sign(ID, now, body);

        new Webhook(old.verifier()).verify(BODY, headers(now, both));
        new Webhook(fresh.verifier()).verify(BODY, headers(now, both));

        assertThat(believes(new Webhook(SigningKey.made(Scheme.V1, random).verifier()), BODY, headers(now, both)))
                .isFalse();
    }

    @Test
    void thePublicKeyVerifiesWhatThePrivateOneSigned() throws GeneralSecurityException {
        SigningKey made = SigningKey.made(Scheme.V1A, random);
        Instant now = Instant.now();

        String signature =
                SigningKey.kept(Scheme.V1A, made.bytes()).sign(ID, now, BODY.getBytes(StandardCharsets.UTF_8));

        assertThat(signature).startsWith("v1a,");
        byte[] key = Base64.getDecoder().decode(made.verifier().substring("whpk_".length()));
        byte[] encoded = HexFormat.of()
                .parseHex("302a300506032b6570032100" + HexFormat.of().formatHex(key));
        Signature check = Signature.getInstance("Ed25519");
        check.initVerify(KeyFactory.getInstance("Ed25519").generatePublic(new X509EncodedKeySpec(encoded)));
        check.update((ID + "." + now.getEpochSecond() + "." + BODY).getBytes(StandardCharsets.UTF_8));
        assertThat(check.verify(Base64.getDecoder().decode(signature.substring("v1a,".length()))))
                .isTrue();
    }

    @Test
    void aKeyDoesNotShowItself() {
        for (Scheme scheme : Scheme.values()) {
            SigningKey key = SigningKey.made(scheme, random);
            assertThat(key.toString()).doesNotContain(Base64.getEncoder().encodeToString(key.bytes()), "wh");
        }
    }

    private static Map<String, List<String>> headers(Instant at, String signature) {
        return Map.of(
                "webhook-id", List.of(ID.toString()),
                "webhook-timestamp", List.of(Long.toString(at.getEpochSecond())),
                "webhook-signature", List.of(signature));
    }

    private static boolean believes(Webhook receiver, String body, Map<String, List<String>> headers) {
        try {
            receiver.verify(body, headers);
            return true;
        } catch (com.standardwebhooks.exceptions.WebhookVerificationException e) {
            return false;
        }
    }
}
