package dev.callsheet.requestapi.domain.webhook;

/** How far a delivery is. */
public enum DeliveryState {
    /** Is sent, or will be. */
    PENDING,
    /** Was answered with 2xx. */
    DELIVERED,
    /** The schedule is used up. Can be sent again on demand. */
    GIVEN_UP,
    /** Its endpoint was disabled before it was delivered. Can be sent again on demand. */
    HELD
}
