package dev.callsheet.requestapi.inbound;

import dev.callsheet.contracts.Problem;
import dev.callsheet.contracts.TenantId;
import dev.callsheet.corridor.keys.KeyHolder;
import dev.callsheet.corridor.keys.TenantLimits;
import dev.callsheet.requestapi.domain.Bucket;
import dev.callsheet.requestapi.outbound.DailyUse;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jspecify.annotations.Nullable;

/**
 * How often a tenant may call: a token bucket each for writes and reads, in this process's memory, so that every replica
 * grants as much again; and a number of new requests a day, counted for all replicas in the database. Answers carry the
 * fields of the IETF draft "RateLimit header fields for HTTP". A key of the configuration, for development, has no limits.
 */
@ApplicationScoped
class Limits {
    private static final int DAY = 86_400;

    private final Map<Meter, Bucket> buckets = new ConcurrentHashMap<>();
    private final DailyUse dailyUse;
    private final TenantLimits defaults;
    private final Clock clock = Clock.systemUTC();

    Limits(
            DailyUse dailyUse,
            @ConfigProperty(name = "callsheet.limits.writes-per-second") long writesPerSecond,
            @ConfigProperty(name = "callsheet.limits.write-burst") long writeBurst,
            @ConfigProperty(name = "callsheet.limits.reads-per-second") long readsPerSecond) {
        this.dailyUse = dailyUse;
        this.defaults = new TenantLimits(writesPerSecond, writeBurst, readsPerSecond, null);
    }

    private record Meter(TenantId tenant, boolean writes) {}

    /** Whether a call may go on, and what to tell its client of what is left. */
    sealed interface Verdict {
        Map<String, String> headers();

        record Within(Map<String, String> headers) implements Verdict {}

        record Exceeded(Map<String, String> headers, Problem problem, int retryAfterSeconds) implements Verdict {}
    }

    /** Whether the tenant's new requests are counted by the day. */
    static boolean counts(KeyHolder holder) {
        return holder.limits() != null && holder.limits().requestsPerDay() != null;
    }

    Verdict charge(KeyHolder holder, boolean writes) {
        TenantLimits said = holder.limits();
        if (said == null) {
            return new Verdict.Within(Map.of());
        }
        Bucket.Rate rate = rate(said, writes);
        Bucket left = take(new Meter(holder.tenant(), writes), rate);
        String name = writes ? "writes" : "reads";
        var policy = new StringBuilder("\"%s\";q=%d;w=%d".formatted(name, rate.burst(), rate.window()));
        var state = new StringBuilder(
                "\"%s\";r=%d;t=%d".formatted(name, (long) Math.max(0, left.tokens()), left.secondsToFull(rate)));
        Long perDay = writes ? said.requestsPerDay() : null;
        long unused = perDay == null ? 1 : perDay - dailyUse.of(holder.tenant(), today());
        if (perDay != null) {
            policy.append(", \"day\";q=%d;w=%d".formatted(perDay, DAY));
            state.append(", \"day\";r=%d;t=%d".formatted(Math.max(0, unused), secondsToMidnight()));
        }
        Map<String, String> headers = new LinkedHashMap<>();
        headers.put("RateLimit-Policy", policy.toString());
        headers.put("RateLimit", state.toString());
        if (left.tokens() < 0) {
            int wait = (int) left.taken(-1).secondsToOne(rate);
            return new Verdict.Exceeded(headers, tooOften(name, rate), wait);
        }
        return unused > 0
                ? new Verdict.Within(headers)
                : new Verdict.Exceeded(headers, tooMany(perDay), secondsToMidnight());
    }

    /** @throws ProblemException if the day has no room for so many new requests */
    void requireRoom(KeyHolder holder, int requests) {
        Long perDay = holder.limits() == null ? null : holder.limits().requestsPerDay();
        if (perDay != null && dailyUse.of(holder.tenant(), today()) + requests > perDay) {
            throw new ProblemException(tooMany(perDay), secondsToMidnight(), null);
        }
    }

    /** The bucket with a token less; below nothing if there was none, and then none is kept back. */
    private Bucket take(Meter meter, Bucket.Rate rate) {
        long now = System.nanoTime();
        Bucket[] shown = new Bucket[1];
        buckets.compute(meter, (_, was) -> {
            Bucket is = was == null ? Bucket.full(rate, now) : was.at(now, rate);
            shown[0] = is.taken(1);
            return is.hasOne() ? shown[0] : is;
        });
        return shown[0];
    }

    private Bucket.Rate rate(TenantLimits said, boolean writes) {
        if (!writes) {
            long reads = or(said.readsPerSecond(), defaults.readsPerSecond());
            return new Bucket.Rate(reads, reads);
        }
        long perSecond = or(said.writesPerSecond(), defaults.writesPerSecond());
        Long burst = said.writeBurst() != null || said.writesPerSecond() == null
                ? said.writeBurst()
                : Long.valueOf(2 * perSecond);
        return new Bucket.Rate(perSecond, or(burst, defaults.writeBurst()));
    }

    private static long or(@Nullable Long said, @Nullable Long otherwise) {
        return said != null ? said : otherwise == null ? Long.MAX_VALUE : otherwise;
    }

    private LocalDate today() {
        return LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC);
    }

    private int secondsToMidnight() {
        ZonedDateTime now = clock.instant().atZone(ZoneOffset.UTC);
        return (int) Duration.between(now, now.truncatedTo(ChronoUnit.DAYS).plusDays(1))
                        .toSeconds()
                + 1;
    }

    private static Problem tooOften(String name, Bucket.Rate rate) {
        return Problem.of(
                429,
                "limit.rate",
                "Too many " + name + " at once",
                "Allowed are " + rate.perSecond() + " " + name + " a second, and " + rate.burst()
                        + " at once. Send the same again after Retry-After.");
    }

    private static Problem tooMany(long perDay) {
        return Problem.of(
                429,
                "limit.day",
                "The day's requests are used up",
                "Allowed are " + perDay + " new requests in a day of UTC. Send the same again after Retry-After.");
    }
}
