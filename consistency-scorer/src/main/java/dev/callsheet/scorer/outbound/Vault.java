package dev.callsheet.scorer.outbound;

import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.time.Instant;
import java.util.Optional;
import javax.crypto.AEADBadTagException;
import javax.crypto.Cipher;
import javax.crypto.SecretKey;
import javax.crypto.spec.GCMParameterSpec;
import org.jspecify.annotations.Nullable;

/**
 * Seals bytes for one place in the store and one time (AES-256-GCM, NIST SP 800-38D): moved to another key, given to
 * another tenant or with another time in their header they open no more. Thread-safe.
 *
 * <p>The form: magic and version (4), id of the master key (8, hexadecimal), end of its time (8, seconds since 1970; 0
 * for none), nonce (12), then what is sealed with its tag (16). All before it and the place are authenticated.
 */
public final class Vault {
    /** How much of an object {@link #header} wants to see. */
    public static final int HEADER_BYTES = 32;

    private static final int MAGIC = 0x43534901;
    private static final int ID_BYTES = 8;
    private static final int NONCE_BYTES = 12;
    private static final int TAG_BITS = 128;

    private final MasterKeys keys;
    private final SecureRandom random = new SecureRandom();

    public Vault(MasterKeys keys) {
        this.keys = keys;
    }

    /** What a sealed object says without a key. @param until null for no end */
    public record Header(String keyId, @Nullable Instant until) {
        /** Whether its time is over. */
        public boolean expired(Instant now) {
            return until != null && !until.isAfter(now);
        }
    }

    /** Seals for this tenant and this key of the store. @param until null for no end; whole seconds count */
    public byte[] seal(String tenant, String place, byte[] content, @Nullable Instant until) {
        byte[] nonce = new byte[NONCE_BYTES];
        random.nextBytes(nonce);
        byte[] header = ByteBuffer.allocate(HEADER_BYTES)
                .putInt(MAGIC)
                .put(keys.current().getBytes(StandardCharsets.US_ASCII))
                .putLong(until == null ? 0 : until.getEpochSecond())
                .put(nonce)
                .array();
        SecretKey key = keys.of(keys.current(), tenant).orElseThrow();
        try {
            byte[] sealed = cipher(Cipher.ENCRYPT_MODE, key, header, place).doFinal(content);
            return ByteBuffer.allocate(header.length + sealed.length)
                    .put(header)
                    .put(sealed)
                    .array();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every JDK seals with AES-256-GCM", e);
        }
    }

    /** Opens what was sealed for this tenant and this key of the store, if its time is not over. */
    public Opened open(String tenant, String place, byte[] sealed, Instant now) {
        Header header = header(sealed).orElse(null);
        if (header == null) {
            return new Opened.Nothing(Opened.Why.NOT_SEALED);
        }
        if (header.expired(now)) {
            return new Opened.Nothing(Opened.Why.EXPIRED);
        }
        SecretKey key = keys.of(header.keyId(), tenant).orElse(null);
        if (key == null) {
            return new Opened.Nothing(Opened.Why.UNKNOWN_KEY);
        }
        try {
            byte[] content = cipher(Cipher.DECRYPT_MODE, key, sealed, place)
                    .doFinal(sealed, HEADER_BYTES, sealed.length - HEADER_BYTES);
            return new Opened.Content(content, header.until());
        } catch (AEADBadTagException e) {
            return new Opened.Nothing(Opened.Why.NOT_GENUINE);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every JDK opens AES-256-GCM", e);
        }
    }

    /** Whether it was sealed with the key that seals now, and not with an older one. */
    public boolean current(Header header) {
        return header.keyId().equals(keys.current());
    }

    /** Reads the header, which is not yet known to be genuine. @param sealed the object, or its first bytes */
    public static Optional<Header> header(byte[] sealed) {
        try {
            ByteBuffer in = ByteBuffer.wrap(sealed);
            if (in.getInt() != MAGIC || sealed.length < HEADER_BYTES) {
                return Optional.empty();
            }
            byte[] id = new byte[ID_BYTES];
            in.get(id);
            long until = in.getLong();
            return Optional.of(new Header(
                    new String(id, StandardCharsets.US_ASCII), until == 0 ? null : Instant.ofEpochSecond(until)));
        } catch (BufferUnderflowException | java.time.DateTimeException e) {
            return Optional.empty();
        }
    }

    private static Cipher cipher(int mode, SecretKey key, byte[] header, String place) throws GeneralSecurityException {
        Cipher cipher = Cipher.getInstance("AES/GCM/NoPadding");
        cipher.init(mode, key, new GCMParameterSpec(TAG_BITS, header, HEADER_BYTES - NONCE_BYTES, NONCE_BYTES));
        cipher.updateAAD(header, 0, HEADER_BYTES);
        cipher.updateAAD(place.getBytes(StandardCharsets.UTF_8));
        return cipher;
    }
}
