package dev.callsheet.stack.demo;

import dev.callsheet.contracts.RequestId;

/**
 * A request that the demo has handed in.
 *
 * @param scenario the route that the demo expects
 * @param door {@code kafka} or {@code rest}
 * @param label for people
 */
record Asked(RequestId id, String scenario, String door, String label) {}
