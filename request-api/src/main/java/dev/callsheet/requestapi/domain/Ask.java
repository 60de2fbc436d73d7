package dev.callsheet.requestapi.domain;

import dev.callsheet.contracts.RequestId;
import dev.callsheet.contracts.TenantId;

/**
 * A body that wants to be the request of an id.
 *
 * @param bodyHash SHA-256 of the canonical JSON, lower-case hexadecimal
 * @param counted whether it counts against a daily quota
 */
public record Ask(RequestId requestId, TenantId tenant, String bodyHash, boolean counted) {}
