package dev.callsheet.corridor.keys;

import dev.callsheet.contracts.Problem;
import dev.callsheet.contracts.Violation;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Lets calls in by their key, in {@code X-API-Key} or as {@code Authorization: Bearer}. Never blocks; thread-safe. */
@ApplicationScoped
public class KeyDoor {
    private static final String BEARER = "bearer ";

    private final WatchedKeys keys;
    private final Clock clock = Clock.systemUTC();

    KeyDoor(WatchedKeys keys) {
        this.keys = keys;
    }

    /** Reads the key file now rather than with the first call. @throws RuntimeException if it is not right */
    public void open() {
        keys.ring();
    }

    /** @param needed null where any known key will do */
    public Admission admit(@Nullable String apiKey, @Nullable String authorization, @Nullable Scope needed) {
        String text = text(apiKey, authorization);
        if (text == null) {
            return refused(
                    401, "auth.missing", "An API key is needed", "Send it as X-API-Key, or as Authorization: Bearer.");
        }
        return switch (keys.ring().find(text, clock.instant())) {
            case KeyRing.Found.Unknown _ ->
                refused(401, "auth.unknown_key", "The API key is not known", "Check the key, or ask for one.");
            case KeyRing.Found.Expired expired ->
                refused(
                        401,
                        "auth.expired",
                        "The API key has expired",
                        "It ended at " + expired.since() + ". Use the newer one.");
            case KeyRing.Found.Known known ->
                needed == null || known.holder().scopes().contains(needed)
                        ? new Admission.Admitted(known.holder())
                        : new Admission.Refused(lacks(known.holder(), needed));
        };
    }

    private static Problem lacks(KeyHolder holder, Scope needed) {
        String has = holder.scopes().stream().map(Scope::wire).sorted().collect(Collectors.joining(" "));
        return Problem.of(
                403,
                "auth.scope",
                "The key may not do this",
                "The key " + holder.keyId() + " lacks the scope " + needed.wire() + "; it has " + has + ".",
                List.of(new Violation(
                        "AUTH_SCOPE", "", has, needed.wire(), "use a key with the scope " + needed.wire())));
    }

    private static Admission refused(int status, String code, String title, String detail) {
        return new Admission.Refused(Problem.of(status, code, title, detail));
    }

    private static @Nullable String text(@Nullable String apiKey, @Nullable String authorization) {
        if (apiKey != null && !apiKey.isBlank()) {
            return apiKey.strip();
        }
        if (authorization != null && authorization.toLowerCase(Locale.ROOT).startsWith(BEARER)) {
            String key = authorization.substring(BEARER.length()).strip();
            return key.isEmpty() ? null : key;
        }
        return null;
    }
}
