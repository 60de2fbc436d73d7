package dev.callsheet.requestapi.domain.webhook;

import java.util.Locale;

/** Whether an endpoint is sent to. */
public enum WebhookState {
    ACTIVE,
    /** By its tenant: deliveries wait until it is active again. */
    PAUSED,
    /** By us, for a reason: deliveries are held until somebody asks for them. */
    DISABLED;

    /** As metrics spell it. */
    public String label() {
        return name().toLowerCase(Locale.ROOT);
    }
}
