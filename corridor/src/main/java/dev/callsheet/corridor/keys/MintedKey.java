package dev.callsheet.corridor.keys;

import dev.callsheet.contracts.Json;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.random.RandomGenerator;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A new key: {@code cs_<id>_<secret>}. Give the text to the tenant once, keep the entry in the key file; the text cannot
 * be made from the entry.
 *
 * @param id public, names the key in logs and in the file
 * @param text what the tenant sends
 * @param secretSha256 what we keep
 */
public record MintedKey(String id, String text, String secretSha256) {
    static final String PREFIX = "cs_";
    private static final int ID_BITS = 60;
    private static final int SECRET_BITS = 256;

    /** @param random must be a {@link java.security.SecureRandom} for a key that anybody is to rely on */
    public static MintedKey mint(RandomGenerator random) {
        String id = digits(random, ID_BITS);
        String secret = digits(random, SECRET_BITS);
        return new MintedKey(id, PREFIX + id + "_" + secret, Json.sha256(secret.getBytes(StandardCharsets.UTF_8)));
    }

    /** The entry for {@code tenants.<tenant>.keys} of the key file, as JSON. */
    public String entry(Scope... scopes) {
        return Json.text(Map.of(
                "id",
                id,
                "sha256",
                secretSha256,
                "scopes",
                Stream.of(scopes).map(Scope::wire).collect(Collectors.toList())));
    }

    private static String digits(RandomGenerator random, int bits) {
        byte[] bytes = new byte[bits / 8];
        random.nextBytes(bytes);
        return new BigInteger(1, bytes).toString(36);
    }
}
