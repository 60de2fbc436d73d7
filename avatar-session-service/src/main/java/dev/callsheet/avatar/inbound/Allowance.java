package dev.callsheet.avatar.inbound;

/** How much may still come: it fills at a steady rate up to a limit (a token bucket). Not thread-safe. */
final class Allowance {
    private static final double NANOS = 1e9;

    private final double perSecond;
    private final double most;
    private double left;
    private long at;

    Allowance(double perSecond, double most, long nowNanos) {
        this.perSecond = perSecond;
        this.most = most;
        this.left = most;
        this.at = nowNanos;
    }

    /** Takes so much, if it is there. */
    boolean take(double amount, long nowNanos) {
        left = Math.min(most, left + (nowNanos - at) / NANOS * perSecond);
        at = nowNanos;
        if (left < amount) {
            return false;
        }
        left -= amount;
        return true;
    }
}
