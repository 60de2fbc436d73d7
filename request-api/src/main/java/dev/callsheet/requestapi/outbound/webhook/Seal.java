package dev.callsheet.requestapi.outbound.webhook;

import dev.callsheet.contracts.TenantId;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import javax.crypto.AEADBadTagException;
import javax.crypto.Cipher;
import javax.crypto.SecretKey;
import javax.crypto.spec.GCMParameterSpec;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * Seals what an endpoint's deliveries are signed with (AES-256-GCM, NIST SP 800-38D), for this tenant and this endpoint:
 * in another row it opens no more. Thread-safe.
 *
 * <p>The form: version (1), id of the master key (4), nonce (12), then what is sealed with its tag (16).
 */
@ApplicationScoped
public class Seal {
    private static final Logger LOG = Logger.getLogger(Seal.class);
    private static final byte VERSION = 1;
    private static final int NONCE_BYTES = 12;
    private static final int HEADER_BYTES = 1 + MasterKeys.ID_BYTES + NONCE_BYTES;
    private static final int TAG_BITS = 128;

    private final @Nullable MasterKeys keys;
    private final SecureRandom random = new SecureRandom();

    @Inject
    Seal(WebhookSettings settings) {
        this(settings.masterKey()
                .map(key -> new MasterKeys(key, settings.olderKeys().orElse(List.of())))
                .orElse(null));
        if (keys == null) {
            LOG.info("no callsheet.webhooks.master-key: webhooks are off");
        } else if (keys.published()) {
            LOG.warn("webhook keys are sealed with the key of the sources: for development only");
        }
    }

    Seal(@Nullable MasterKeys keys) {
        this.keys = keys;
    }

    /** Whether there is a key to seal with. */
    public boolean isReady() {
        return keys != null;
    }

    byte[] close(TenantId tenant, UUID webhook, byte[] content) {
        byte[] nonce = new byte[NONCE_BYTES];
        random.nextBytes(nonce);
        byte[] id = ready().current();
        byte[] header = ByteBuffer.allocate(HEADER_BYTES)
                .put(VERSION)
                .put(id)
                .put(nonce)
                .array();
        SecretKey key = ready().of(id, tenant.value()).orElseThrow();
        try {
            byte[] sealed =
                    cipher(Cipher.ENCRYPT_MODE, key, header, tenant, webhook).doFinal(content);
            return ByteBuffer.allocate(header.length + sealed.length)
                    .put(header)
                    .put(sealed)
                    .array();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every JDK seals with AES-256-GCM", e);
        }
    }

    /** @throws IllegalStateException if it was sealed for another row, altered, or with a key that is not here */
    byte[] open(TenantId tenant, UUID webhook, byte[] sealed) {
        if (sealed.length < HEADER_BYTES || sealed[0] != VERSION) {
            throw new IllegalStateException("the key of webhook " + webhook + " is of an unknown form");
        }
        SecretKey key = ready().of(Arrays.copyOfRange(sealed, 1, 1 + MasterKeys.ID_BYTES), tenant.value())
                .orElseThrow(() -> new IllegalStateException(
                        "the key of webhook " + webhook + " is sealed with a master key that is not configured"));
        try {
            return cipher(Cipher.DECRYPT_MODE, key, sealed, tenant, webhook)
                    .doFinal(sealed, HEADER_BYTES, sealed.length - HEADER_BYTES);
        } catch (AEADBadTagException e) {
            throw new IllegalStateException("the key of webhook " + webhook + " is not genuine", e);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every JDK opens AES-256-GCM", e);
        }
    }

    private MasterKeys ready() {
        if (keys == null) {
            throw new IllegalStateException("callsheet.webhooks.master-key is not configured");
        }
        return keys;
    }

    private static Cipher cipher(int mode, SecretKey key, byte[] header, TenantId tenant, UUID webhook)
            throws GeneralSecurityException {
        Cipher cipher = Cipher.getInstance("AES/GCM/NoPadding");
        cipher.init(mode, key, new GCMParameterSpec(TAG_BITS, header, HEADER_BYTES - NONCE_BYTES, NONCE_BYTES));
        cipher.updateAAD(header, 0, HEADER_BYTES);
        cipher.updateAAD(("webhook " + tenant + " " + webhook).getBytes(StandardCharsets.UTF_8));
        return cipher;
    }
}
