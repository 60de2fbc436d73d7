package dev.callsheet.conversation.plan;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Where a session stands when its programme is asked.
 *
 * @param resting it is paused
 * @param idleSince since when nobody speaks and nothing waits to be said; null if somebody does
 * @param commentsWaiting comments that may be chosen
 * @param position where the programme stands, as {@link Step.Say} gave it; empty at first
 */
public record Situation(
        Instant now, boolean resting, @Nullable Instant idleSince, int commentsWaiting, String position) {}
