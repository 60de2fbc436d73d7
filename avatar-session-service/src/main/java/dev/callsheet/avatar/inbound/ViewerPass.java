package dev.callsheet.avatar.inbound;

import dev.callsheet.avatar.live.SessionTerms;
import dev.callsheet.contracts.SessionId;
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

/**
 * What lets a browser, which holds no API key, into one session's WebSocket: the session's id and an end, signed
 * (HMAC-SHA256). The same secret in all replicas and after a restart, so that a viewer can come back.
 */
@Singleton
class ViewerPass {
    private static final String ALGORITHM = "HmacSHA256";

    private final SecretKeySpec key;
    private final Clock clock;

    ViewerPass(SessionTerms terms, @ConfigProperty(name = "callsheet.liveavatar.key") String providerKey, Clock clock) {
        // Without a secret of its own: one that all replicas share anyway and that never leaves them either.
        String material = terms.passSecret().orElse("viewer-pass:" + providerKey);
        this.key = new SecretKeySpec(material.getBytes(StandardCharsets.UTF_8), ALGORITHM);
        this.clock = clock;
    }

    String issue(SessionId session, Instant until) {
        String end = Long.toString(until.getEpochSecond());
        return end + "." + signature(session, end);
    }

    boolean admits(SessionId session, String pass) {
        int dot = pass.indexOf('.');
        if (dot < 1) {
            return false;
        }
        String end = pass.substring(0, dot);
        byte[] expected = signature(session, end).getBytes(StandardCharsets.UTF_8);
        boolean genuine =
                MessageDigest.isEqual(expected, pass.substring(dot + 1).getBytes(StandardCharsets.UTF_8));
        return genuine && clock.instant().getEpochSecond() < Long.parseLong(end);
    }

    private String signature(SessionId session, String end) {
        try {
            Mac mac = Mac.getInstance(ALGORITHM);
            mac.init(key);
            byte[] signed = mac.doFinal((session + "." + end).getBytes(StandardCharsets.UTF_8));
            return Base64.getUrlEncoder().withoutPadding().encodeToString(signed);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every JDK has " + ALGORITHM, e);
        }
    }
}
