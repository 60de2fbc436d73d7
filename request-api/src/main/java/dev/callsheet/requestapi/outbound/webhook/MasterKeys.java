package dev.callsheet.requestapi.outbound.webhook;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javax.crypto.KDF;
import javax.crypto.SecretKey;
import javax.crypto.spec.HKDFParameterSpec;
import javax.crypto.spec.SecretKeySpec;

/**
 * The operator's keys, from which each tenant's is derived (HKDF-SHA256, RFC 5869). The first seals; the older ones only
 * open what they have sealed. A key's id is derived from it and tells nothing about it.
 */
final class MasterKeys {
    /** Bytes of a key's id. */
    static final int ID_BYTES = 4;

    private static final int BYTES = 32;
    private static final byte[] LOCAL = "callsheet webhook key, no secret".getBytes(StandardCharsets.US_ASCII);

    private final Map<String, byte[]> keys = new LinkedHashMap<>();
    private final byte[] current;
    private final boolean published;

    /**
     * @param current base64 of 32 bytes
     * @param older likewise
     * @throws IllegalArgumentException if one is of another form; the message does not repeat it
     */
    MasterKeys(String current, List<String> older) {
        byte[] first = decoded(current, "callsheet.webhooks.master-key");
        this.current = id(first);
        this.published = Arrays.equals(first, LOCAL);
        keys.put(name(this.current), first);
        for (String key : older) {
            byte[] bytes = decoded(key, "callsheet.webhooks.older-keys");
            keys.putIfAbsent(name(id(bytes)), bytes);
        }
    }

    /** The id of the key that seals. */
    byte[] current() {
        return current.clone();
    }

    /** Whether the sealing key is the one that everybody can read in this repository. */
    boolean published() {
        return published;
    }

    /** A tenant's AES-256 key; empty for a key id that is not configured. */
    Optional<SecretKey> of(byte[] id, String tenant) {
        return Optional.ofNullable(keys.get(name(id)))
                .map(master ->
                        new SecretKeySpec(derived(master, "callsheet webhooks v1 tenant " + tenant, BYTES), "AES"));
    }

    private static String name(byte[] id) {
        return HexFormat.of().formatHex(id);
    }

    private static byte[] id(byte[] master) {
        return derived(master, "callsheet webhooks v1 key id", ID_BYTES);
    }

    private static byte[] derived(byte[] master, String use, int bytes) {
        try {
            return KDF.getInstance("HKDF-SHA256")
                    .deriveData(HKDFParameterSpec.ofExtract()
                            .addIKM(master)
                            .thenExpand(use.getBytes(StandardCharsets.UTF_8), bytes));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every JDK from 25 has HKDF-SHA256", e);
        }
    }

    private static byte[] decoded(String base64, String name) {
        byte[] key;
        try {
            key = Base64.getDecoder().decode(base64.strip());
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException(name + ": not base64; expected base64 of " + BYTES + " bytes");
        }
        if (key.length != BYTES) {
            throw new IllegalArgumentException(name + ": found " + key.length + " bytes; expected base64 of " + BYTES);
        }
        return key;
    }
}
