package dev.callsheet.scorer.outbound;

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
public final class MasterKeys {
    private static final int BYTES = 32;
    private static final int ID_BYTES = 4;
    private static final byte[] LOCAL =
            "callsheet LOCAL key, no secret!!".getBytes(java.nio.charset.StandardCharsets.US_ASCII);

    private final Map<String, byte[]> keys = new LinkedHashMap<>();
    private final String current;
    private final boolean published;

    /**
     * @param current base64 of 32 bytes
     * @param older likewise
     * @throws IllegalArgumentException if one is of another form; the message does not repeat it
     */
    public MasterKeys(String current, List<String> older) {
        byte[] first = decoded(current, "scorer.identity.master-key");
        this.current = id(first);
        this.published = Arrays.equals(first, LOCAL);
        keys.put(this.current, first);
        for (String key : older) {
            byte[] bytes = decoded(key, "scorer.identity.older-keys");
            keys.putIfAbsent(id(bytes), bytes);
        }
    }

    /** The id of the key that seals. */
    public String current() {
        return current;
    }

    /** Whether the sealing key is the one that everybody can read in this repository. */
    public boolean published() {
        return published;
    }

    /** A tenant's AES-256 key; empty for a key id that is not configured. */
    Optional<SecretKey> of(String id, String tenant) {
        byte[] master = keys.get(id);
        return master == null
                ? Optional.empty()
                : Optional.of(
                        new SecretKeySpec(derived(master, "callsheet identity v1 tenant " + tenant, BYTES), "AES"));
    }

    private static String id(byte[] master) {
        return HexFormat.of().formatHex(derived(master, "callsheet identity v1 key id", ID_BYTES));
    }

    private static byte[] derived(byte[] master, String use, int bytes) {
        try {
            var info = use.getBytes(java.nio.charset.StandardCharsets.UTF_8);
            return KDF.getInstance("HKDF-SHA256")
                    .deriveData(HKDFParameterSpec.ofExtract().addIKM(master).thenExpand(info, bytes));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every JDK from 25 has HKDF-SHA256", e);
        }
    }

    private static byte[] decoded(String base64, String name) {
        try {
            byte[] key = Base64.getDecoder().decode(base64.strip());
            if (key.length == BYTES) {
                return key;
            }
            throw new IllegalArgumentException(name + ": found " + key.length + " bytes; expected base64 of " + BYTES);
        } catch (IllegalArgumentException e) {
            String why = e.getMessage();
            throw new IllegalArgumentException(
                    why != null && why.startsWith(name) ? why : name + ": not base64; expected base64 of 32 bytes");
        }
    }
}
