package dev.callsheet.requestapi.domain;

/**
 * What stands behind a request's id.
 *
 * @param bodyHash of the first body that came with the id
 * @param door by which it came
 * @param sent whether the broker is known to have its record
 * @param fresh whether this very call was the first
 */
public record Claim(String bodyHash, Door door, boolean sent, boolean fresh) {}
