package dev.callsheet.chaos.live;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * One session of a run, as its browser knew it.
 *
 * @param sessionId null if the call that was to start it was never answered
 * @param lastSign the last moment at which a browser was there, or asked for the session
 */
record Life(int number, Order order, @Nullable String sessionId, Instant lastSign) {}
