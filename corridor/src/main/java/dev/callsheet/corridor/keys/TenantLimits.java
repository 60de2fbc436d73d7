package dev.callsheet.corridor.keys;

import org.jspecify.annotations.Nullable;

/**
 * What a tenant's entry in the key file says of its limits; null is what it leaves to the service's defaults.
 *
 * @param writesPerSecond requests that may be sent a second, in the long run
 * @param writeBurst how many of them may come at once
 * @param readsPerSecond answers about requests a second
 * @param requestsPerDay new requests in a day of UTC
 */
public record TenantLimits(
        @Nullable Long writesPerSecond,
        @Nullable Long writeBurst,
        @Nullable Long readsPerSecond,
        @Nullable Long requestsPerDay) {
    public static final TenantLimits UNSAID = new TenantLimits(null, null, null, null);
}
