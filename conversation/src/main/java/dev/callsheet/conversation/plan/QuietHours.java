package dev.callsheet.conversation.plan;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.Optional;

/**
 * A part of every day in which nothing runs.
 *
 * @param from the first minute
 * @param to the first minute after; before {@code from} for hours over midnight
 */
public record QuietHours(LocalTime from, LocalTime to) {

    /** When these hours end, if the moment lies in them. */
    Optional<Instant> until(Instant moment, ZoneId zone) {
        LocalDate today = moment.atZone(zone).toLocalDate();
        for (int day = -2; day <= 1; day++) {
            LocalDate date = today.plusDays(day);
            Instant begin = at(date, from, zone);
            Instant end = at(to.isAfter(from) ? date : date.plusDays(1), to, zone);
            if (!moment.isBefore(begin) && moment.isBefore(end)) {
                return Optional.of(end);
            }
        }
        return Optional.empty();
    }

    /** Whether a clock on the wall shows a time in these hours. */
    boolean covers(LocalTime time) {
        boolean after = !time.isBefore(from);
        boolean before = time.isBefore(to);
        return to.isAfter(from) ? after && before : after || before;
    }

    /** A time that is skipped when clocks go forward is when they do; of one that comes twice the first counts. */
    private static Instant at(LocalDate date, LocalTime time, ZoneId zone) {
        var local = date.atTime(time);
        var rules = zone.getRules();
        var offsets = rules.getValidOffsets(local);
        return offsets.isEmpty() ? rules.getTransition(local).getInstant() : local.toInstant(offsets.getFirst());
    }
}
