package dev.callsheet.bench.peer;

import java.util.Arrays;
import java.util.BitSet;
import java.util.Optional;
import org.HdrHistogram.Histogram;

/** A provider's jobs, and when they are looked at. Times in milliseconds of this machine's clock. Not thread-safe. */
public final class QueueStub {
    private static final long LONGEST_MILLIS = 3_600_000;

    private final int jobs;
    private final BitSet seen;
    private final BitSet told;
    private final long[] afterDeath;
    private final Histogram lags = new Histogram(LONGEST_MILLIS, 3);
    private long polls;
    private long begin;
    private int ends;
    private double perSecond;
    private long death;
    private int bereft;

    QueueStub(int jobs) {
        this.jobs = jobs;
        this.seen = new BitSet(jobs);
        this.told = new BitSet(jobs);
        this.afterDeath = new long[jobs];
    }

    /** @param seen how many jobs were looked at at least once @param ended whose end was seen @param lags of those */
    public record Account(long polls, int seen, int ended, Spread lags, int revived, Spread gaps) {}

    /** Of times, in milliseconds. */
    public record Spread(double p50, double p99, double max) {
        static Spread of(Histogram histogram) {
            return new Spread(
                    histogram.getValueAtPercentile(50), histogram.getValueAtPercentile(99), histogram.getMaxValue());
        }
    }

    /** From then on the jobs end one after another, the first so many. */
    void begin(long at, int ends, double perSecond) {
        this.begin = at;
        this.ends = ends;
        this.perSecond = perSecond;
    }

    /** The worker of the first so many jobs died then: from now on the first look at each of them counts. */
    void died(long at, int jobs) {
        death = at;
        bereft = jobs;
        Arrays.fill(afterDeath, -1);
    }

    /** Looks at a job. @return whether it has ended; empty if there is no such job */
    Optional<Boolean> read(int job, long now) {
        if (job < 0 || job >= jobs) {
            return Optional.empty();
        }
        polls++;
        seen.set(job);
        if (job < bereft && afterDeath[job] < 0) {
            afterDeath[job] = now - death;
        }
        if (begin == 0 || job >= ends) {
            return Optional.of(false);
        }
        long end = begin + Math.round(job * 1000 / perSecond);
        if (now < end) {
            return Optional.of(false);
        }
        if (!told.get(job)) {
            told.set(job);
            lags.recordValue(now - end);
        }
        return Optional.of(true);
    }

    Account account() {
        var gaps = new Histogram(LONGEST_MILLIS, 3);
        if (death > 0) {
            Arrays.stream(afterDeath).filter(gap -> gap >= 0).forEach(gaps::recordValue);
        }
        return new Account(
                polls,
                seen.cardinality(),
                told.cardinality(),
                Spread.of(lags),
                (int) gaps.getTotalCount(),
                Spread.of(gaps));
    }
}
