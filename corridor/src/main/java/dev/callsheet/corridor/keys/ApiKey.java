package dev.callsheet.corridor.keys;

import dev.callsheet.contracts.TenantId;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.HexFormat;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A key as we keep it: never the secret, only its SHA-256.
 *
 * <p>A plain, fast hash is right here, unlike for a password: the secret is 256 random bits ({@link MintedKey}), so nobody
 * finds it by guessing however fast guesses can be tried, and a slow hash would only make every call dear.
 *
 * @param secretSha256 lower-case hexadecimal
 * @param expires null for a key without an end
 */
record ApiKey(
        String id,
        TenantId tenant,
        String secretSha256,
        Set<Scope> scopes,
        @Nullable Instant expires) {
    ApiKey {
        scopes = Set.copyOf(scopes);
    }

    /** Whether this is the key's secret. The time it takes does not tell how much of it is right. */
    boolean opensWith(String secret) {
        return MessageDigest.isEqual(HexFormat.of().parseHex(secretSha256), sha256(secret));
    }

    boolean isLive(Instant now) {
        return expires == null || now.isBefore(expires);
    }

    static byte[] sha256(String text) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has SHA-256", e);
        }
    }
}
