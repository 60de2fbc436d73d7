package dev.callsheet.avatar.domain;

import dev.callsheet.contracts.RequestId;
import dev.callsheet.contracts.SessionId;
import dev.callsheet.contracts.TenantId;
import java.time.Duration;

/** Orders for tests. */
public final class Orders {
    public static final String AVATAR = "dd73ea75-1218-4ef3-92ce-606d5f7fbc0a";
    public static final TenantId DEMO = new TenantId("demo");

    private Orders() {}

    public static SessionOrder order(String key) {
        return order(key, Duration.ofMinutes(20));
    }

    public static SessionOrder order(String key, Duration length) {
        var request = RequestId.ofKey(DEMO, key);
        return new SessionOrder(SessionId.of(request), DEMO, request, AVATAR, null, null, length, false);
    }
}
