package dev.callsheet.scorer.domain;

/**
 * How a tenant's character stands with its consent. Both numbers are versions of its registration, from 1; 0 for never.
 *
 * @param registered the newest that was looked at
 * @param withdrawn the newest whose consent was withdrawn
 */
public record Standing(int registered, int withdrawn) {
    /** Whether nothing of it may be measured or kept: a registration after the withdrawal lifts it. */
    public boolean isWithdrawn() {
        return withdrawn > 0 && withdrawn >= registered;
    }
}
