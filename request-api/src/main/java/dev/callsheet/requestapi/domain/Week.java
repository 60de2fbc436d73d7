package dev.callsheet.requestapi.domain;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.Period;
import java.time.ZoneOffset;
import java.time.temporal.TemporalAdjusters;

/** A week of UTC, by its Monday: what was told of the requests first heard of in it is kept, and leaves, together. */
public record Week(LocalDate monday) {
    /** @throws IllegalArgumentException for another day */
    public Week {
        if (monday.getDayOfWeek() != DayOfWeek.MONDAY) {
            throw new IllegalArgumentException("a week is known by its Monday, not by " + monday);
        }
    }

    public static Week of(Instant moment) {
        return new Week(
                moment.atZone(ZoneOffset.UTC).toLocalDate().with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY)));
    }

    public Week next() {
        return new Week(monday.plusWeeks(1));
    }

    /** The first week that is kept: every older one ended longer ago than that. */
    public static Week firstKept(Instant now, Period kept) {
        return of(now.atZone(ZoneOffset.UTC).minus(kept).toInstant());
    }
}
