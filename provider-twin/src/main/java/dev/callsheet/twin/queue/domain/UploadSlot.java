package dev.callsheet.twin.queue.domain;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.time.Duration;
import java.time.Instant;
import java.util.HexFormat;
import java.util.Optional;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.jspecify.annotations.Nullable;

/**
 * A signed permission to PUT one file with one content type until a time.
 *
 * @param name file name in the bucket
 * @param issuedAt second of issue, Unix time
 */
public record UploadSlot(String name, long issuedAt) {

    /** How long a signature lives. */
    public static final Duration LIFETIME = Duration.ofSeconds(899);

    /** The signature is not that of this name, time and content type. */
    public static final Rejected MISMATCH =
            new Rejected(403, "SignatureDoesNotMatch", "Access denied: the signature does not match the request.");

    /** The slot's time is over. */
    public static final Rejected EXPIRED = new Rejected(400, "ExpiredToken", "The provided token has expired.");

    private static final String ALGORITHM = "HmacSHA256";

    /** A refused PUT, in the words of the storage service. */
    public record Rejected(int status, String code, String message) {}

    /** Hexadecimal signature over name, time and the content type of the file's extension. */
    public String signature(String secret) {
        var type = type().map(UploadType::contentType).orElse("");
        try {
            var mac = Mac.getInstance(ALGORITHM);
            mac.init(new SecretKeySpec(secret.getBytes(StandardCharsets.UTF_8), ALGORITHM));
            return HexFormat.of()
                    .formatHex(mac.doFinal((name + "\n" + issuedAt + "\n" + type).getBytes(StandardCharsets.UTF_8)));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every JDK has " + ALGORITHM, e);
        }
    }

    /** Why a PUT with this signature and content type is refused, or empty if it may go on. */
    public Optional<Rejected> check(String signature, @Nullable String contentType, String secret, Instant now) {
        if (contentType == null || contentType.isBlank()) {
            return Optional.of(new Rejected(
                    400, "MalformedSecurityHeader", "Your request has a malformed header: content-type is signed."));
        }
        boolean genuine = MessageDigest.isEqual(
                signature.getBytes(StandardCharsets.UTF_8), signature(secret).getBytes(StandardCharsets.UTF_8));
        boolean typed =
                type().map(type -> type.contentType().equals(contentType)).orElse(false);
        if (!genuine || !typed) {
            return Optional.of(MISMATCH);
        }
        return now.getEpochSecond() >= issuedAt + LIFETIME.toSeconds() ? Optional.of(EXPIRED) : Optional.empty();
    }

    private Optional<UploadType> type() {
        return UploadType.named(name.substring(name.lastIndexOf('.') + 1));
    }
}
