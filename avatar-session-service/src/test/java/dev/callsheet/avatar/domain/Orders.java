package dev.callsheet.avatar.domain;

import dev.callsheet.contracts.RequestId;
import dev.callsheet.contracts.SessionId;
import dev.callsheet.contracts.TenantId;
import dev.callsheet.conversation.turn.TurnPolicy;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Orders for tests. */
public final class Orders {
    public static final String AVATAR = "dd73ea75-1218-4ef3-92ce-606d5f7fbc0a";
    public static final TenantId DEMO = new TenantId("demo");

    private Orders() {}

    public static SessionOrder order(String key) {
        return order(key, Duration.ofMinutes(20));
    }

    public static SessionOrder order(String key, Duration length) {
        return order(key, length, false, null);
    }

    public static SessionOrder alwaysOn(String key) {
        return order(key, Duration.ofMinutes(20), true, null);
    }

    /** One whose avatar says itself what it is. */
    public static SessionOrder disclosed(String key) {
        return order(key, Duration.ofMinutes(20), false, null, true);
    }

    public static SessionOrder order(String key, Duration length, boolean alwaysOn, @Nullable Long budgetMicros) {
        return order(key, length, alwaysOn, budgetMicros, false);
    }

    private static SessionOrder order(
            String key, Duration length, boolean alwaysOn, @Nullable Long budgetMicros, boolean spoken) {
        var request = RequestId.ofKey(DEMO, key);
        return new SessionOrder(
                SessionId.of(request),
                DEMO,
                request,
                AVATAR,
                SessionOrder.Mode.LITE,
                null,
                null,
                null,
                "en",
                length,
                false,
                alwaysOn,
                budgetMicros,
                TurnPolicy.INTERRUPT,
                null,
                SessionOrder.Consent.NONE,
                new SessionOrder.Disclosure(spoken, "I am an AI."),
                List.of());
    }
}
