package dev.callsheet.render.outbound;

import java.io.InputStream;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** SHA-256 of a stream that goes by. */
final class Sha256 {
    private Sha256() {}

    static DigestInputStream of(InputStream content) {
        try {
            return new DigestInputStream(content, MessageDigest.getInstance("SHA-256"));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has SHA-256", e);
        }
    }

    /** Of all bytes read so far, in lower-case hexadecimal; ends the digest. */
    static String hex(DigestInputStream content) {
        return HexFormat.of().formatHex(content.getMessageDigest().digest());
    }
}
