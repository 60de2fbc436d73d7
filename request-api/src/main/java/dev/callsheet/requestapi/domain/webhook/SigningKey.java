package dev.callsheet.requestapi.domain.webhook;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.SecureRandom;
import java.security.Signature;
import java.security.spec.PKCS8EncodedKeySpec;
import java.time.Instant;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;
import java.util.UUID;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** What an endpoint's deliveries are signed with. Its text is never written anywhere but into one answer. */
public sealed interface SigningKey {
    Scheme scheme();

    /** What is kept, sealed. */
    byte[] bytes();

    /** What the receiver verifies with: the secret itself, or the public key. */
    String verifier();

    /** Over {@code <id>.<timestamp>.<payload>}, in base64, with the scheme before it. */
    String sign(byte[] content);

    /** A signature of one delivery at one moment. */
    default String sign(UUID id, Instant at, byte[] payload) {
        byte[] head = (id + "." + at.getEpochSecond() + ".").getBytes(StandardCharsets.US_ASCII);
        byte[] content = ByteBuffer.allocate(head.length + payload.length)
                .put(head)
                .put(payload)
                .array();
        return sign(content);
    }

    /** A new one. */
    static SigningKey made(Scheme scheme, SecureRandom random) {
        return switch (scheme) {
            case V1 -> {
                byte[] secret = new byte[Shared.BYTES];
                random.nextBytes(secret);
                yield new Shared(secret);
            }
            case V1A -> Pair.made(random);
        };
    }

    /** The one that was kept. */
    static SigningKey kept(Scheme scheme, byte[] bytes) {
        return switch (scheme) {
            case V1 -> new Shared(bytes);
            case V1A -> new Pair(bytes);
        };
    }

    /** HMAC-SHA256. @param bytes 32 random ones; the specification wants 24 to 64 */
    record Shared(byte[] bytes) implements SigningKey {
        static final int BYTES = 32;

        @Override
        public Scheme scheme() {
            return Scheme.V1;
        }

        @Override
        public String verifier() {
            return "whsec_" + Base64.getEncoder().encodeToString(bytes);
        }

        @Override
        public String sign(byte[] content) {
            try {
                Mac mac = Mac.getInstance("HmacSHA256");
                mac.init(new SecretKeySpec(bytes, "HmacSHA256"));
                return "v1," + Base64.getEncoder().encodeToString(mac.doFinal(content));
            } catch (GeneralSecurityException e) {
                throw new IllegalStateException("every JDK has HMAC-SHA256", e);
            }
        }

        @Override
        public String toString() {
            return "Shared[secret]";
        }
    }

    /** Ed25519 (RFC 8032). @param bytes the private key's seed (32), then the public key (32) */
    record Pair(byte[] bytes) implements SigningKey {
        private static final int HALF = 32;
        /** Before the seed in PKCS #8 (RFC 8410, section 7). */
        private static final byte[] PRIVATE = HexFormat.of().parseHex("302e020100300506032b657004220420");

        static Pair made(SecureRandom random) {
            try {
                KeyPairGenerator generator = KeyPairGenerator.getInstance("Ed25519");
                generator.initialize(255, random);
                KeyPair pair = generator.generateKeyPair();
                return new Pair(ByteBuffer.allocate(2 * HALF)
                        .put(last(pair.getPrivate().getEncoded()))
                        .put(last(pair.getPublic().getEncoded()))
                        .array());
            } catch (GeneralSecurityException e) {
                throw new IllegalStateException("every JDK has Ed25519", e);
            }
        }

        private static byte[] last(byte[] encoded) {
            return Arrays.copyOfRange(encoded, encoded.length - HALF, encoded.length);
        }

        @Override
        public Scheme scheme() {
            return Scheme.V1A;
        }

        @Override
        public String verifier() {
            return "whpk_" + Base64.getEncoder().encodeToString(Arrays.copyOfRange(bytes, HALF, 2 * HALF));
        }

        @Override
        public String sign(byte[] content) {
            try {
                byte[] encoded = ByteBuffer.allocate(PRIVATE.length + HALF)
                        .put(PRIVATE)
                        .put(bytes, 0, HALF)
                        .array();
                Signature signature = Signature.getInstance("Ed25519");
                signature.initSign(KeyFactory.getInstance("Ed25519").generatePrivate(new PKCS8EncodedKeySpec(encoded)));
                signature.update(content);
                return "v1a," + Base64.getEncoder().encodeToString(signature.sign());
            } catch (GeneralSecurityException e) {
                throw new IllegalStateException("every JDK has Ed25519", e);
            }
        }

        @Override
        public String toString() {
            return "Pair[private]";
        }
    }
}
