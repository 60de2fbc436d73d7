package dev.callsheet.chaos.whole;

import dev.callsheet.contracts.RequestId;
import dev.callsheet.contracts.TenantId;
import java.time.Instant;

/**
 * A request that was accepted: answered with 202, or acknowledged by the brokers.
 *
 * @param route where it has to go
 * @param maxTakes how many takes it may cost
 * @param at when it was sent first
 */
record Asked(RequestId id, TenantId tenant, String route, int maxTakes, Instant at) {}
