package dev.callsheet.requestapi.domain;

/**
 * A token bucket: so many at once, so many a second in the long run. A value; the clock comes in.
 *
 * @param tokens what is in it
 * @param atNanos when that was so, by a clock that only goes forward
 */
public record Bucket(double tokens, long atNanos) {
    private static final double NANOS = 1e9;

    /**
     * How a bucket is filled.
     *
     * @param perSecond tokens that come in a second
     * @param burst tokens that fit in
     */
    public record Rate(long perSecond, long burst) {
        /** Seconds in which an empty bucket is full again, at least 1. */
        public long window() {
            return Math.max(1, (burst + perSecond - 1) / perSecond);
        }
    }

    public static Bucket full(Rate rate, long nowNanos) {
        return new Bucket(rate.burst(), nowNanos);
    }

    /** As it stands now. */
    public Bucket at(long nowNanos, Rate rate) {
        double came = Math.max(0, nowNanos - atNanos) / NANOS * rate.perSecond();
        return new Bucket(Math.min(rate.burst(), tokens + came), nowNanos);
    }

    public boolean hasOne() {
        return tokens >= 1;
    }

    /** So many tokens less; below nothing it shows what is missing. */
    public Bucket taken(long count) {
        return new Bucket(tokens - count, atNanos);
    }

    /** Whole seconds until there is one token, at least 1. */
    public long secondsToOne(Rate rate) {
        return Math.max(1, (long) Math.ceil((1 - tokens) / rate.perSecond()));
    }

    /** Whole seconds until it is full. */
    public long secondsToFull(Rate rate) {
        return (long) Math.ceil((rate.burst() - tokens) / rate.perSecond());
    }
}
