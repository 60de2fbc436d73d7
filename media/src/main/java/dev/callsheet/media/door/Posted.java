package dev.callsheet.media.door;

import org.jspecify.annotations.Nullable;

/**
 * What a machine answered to what was sent to it.
 *
 * @param retryAfter its header as it came; null without one
 * @param head the first bytes of the answer as text, at most {@link OutgoingDoor#HEAD_BYTES} of them
 */
public record Posted(int status, @Nullable String retryAfter, String head) {}
