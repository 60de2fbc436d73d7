package dev.callsheet.avatar.inbound;

import dev.callsheet.avatar.live.SessionTerms;
import dev.callsheet.contracts.SessionId;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.time.Clock;
import java.time.Instant;
import java.util.Base64;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jspecify.annotations.Nullable;

/**
 * What lets a browser, which holds no API key, into one session's WebSocket, to follow and to speak and no more: the
 * session's id, an end and perhaps the origin of the page, signed (HMAC-SHA256). The same secret in all replicas and
 * after a restart, so that a viewer can come back.
 */
@Singleton
class ViewerPass {
    private static final String ALGORITHM = "HmacSHA256";

    private final SecretKeySpec key;
    private final Clock clock;

    @Inject
    ViewerPass(SessionTerms terms, @ConfigProperty(name = "callsheet.liveavatar.key") String providerKey, Clock clock) {
        // Without a secret of its own: one that all replicas share anyway and that never leaves them either.
        this(terms.passSecret().orElse("viewer-pass:" + providerKey), clock);
    }

    ViewerPass(String secret, Clock clock) {
        this.key = new SecretKeySpec(secret.getBytes(StandardCharsets.UTF_8), ALGORITHM);
        this.clock = clock;
    }

    /** @param origin the only one whose pages may use it, as browsers write it; null for any */
    String issue(SessionId session, Instant until, @Nullable String origin) {
        String claims = until.getEpochSecond() + "." + (origin == null ? "" : encoded(origin));
        return claims + "." + signature(session, claims);
    }

    /** @param origin of the page, as its browser says; null if nobody does */
    boolean admits(SessionId session, String pass, @Nullable String origin) {
        String[] parts = pass.split("\\.", -1);
        if (parts.length != 3 || !isGenuine(session, parts)) {
            return false;
        }
        boolean here = parts[1].isEmpty() || origin != null && encoded(origin).equals(parts[1]);
        return here && clock.instant().getEpochSecond() < Long.parseLong(parts[0]);
    }

    private boolean isGenuine(SessionId session, String[] parts) {
        byte[] expected = signature(session, parts[0] + "." + parts[1]).getBytes(StandardCharsets.UTF_8);
        return MessageDigest.isEqual(expected, parts[2].getBytes(StandardCharsets.UTF_8));
    }

    private static String encoded(String text) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(text.getBytes(StandardCharsets.UTF_8));
    }

    private String signature(SessionId session, String claims) {
        try {
            Mac mac = Mac.getInstance(ALGORITHM);
            mac.init(key);
            byte[] signed = mac.doFinal((session + "." + claims).getBytes(StandardCharsets.UTF_8));
            return Base64.getUrlEncoder().withoutPadding().encodeToString(signed);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every JDK has " + ALGORITHM, e);
        }
    }
}
