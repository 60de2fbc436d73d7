package dev.callsheet.twin.live;

import dev.callsheet.twin.billing.Journal;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;

/** The account's credits: what the settings give, less what the billing journal took. */
@ApplicationScoped
public class Account {
    private final LiveSettings settings;
    private final Journal journal;
    private long spent;

    Account(LiveSettings settings, Journal journal) {
        this.settings = settings;
        this.journal = journal;
    }

    /** Whether another minute can be paid. */
    synchronized boolean affords(LiveSession session) {
        return left() >= session.terms().credits();
    }

    synchronized long left() {
        return settings.credits() - spent;
    }

    /** Takes the minute of that number; the session with it. */
    synchronized LiveSession charge(LiveSession session, int minute) {
        int credits = session.terms().credits();
        if (credits > 0) {
            var mode = session.order().mode();
            journal.charge(mode.product(), session.id(), micros(credits), mode + " minute " + minute);
            spent += credits;
        }
        return session.charged(minute);
    }

    /** Micros of USD that a session has cost. */
    long charged(LiveSession session) {
        return journal.charged(session.order().mode().product(), session.id());
    }

    /** The session with the minutes that were charged before this process; they count as spent. */
    synchronized LiveSession restore(LiveSession session) {
        int credits = session.terms().credits();
        if (credits == 0) {
            return session.charged(free(session));
        }
        int minutes = (int) (charged(session) / micros(credits));
        spent += (long) minutes * credits;
        return session.charged(minutes);
    }

    private static int free(LiveSession session) {
        return session.phase() instanceof LiveSession.Phase.Ended(Instant since, LiveSession.End end)
                ? session.started(since).minutesUntil(end.at())
                : 0;
    }

    private long micros(int credits) {
        return credits * settings.microsPerMinute();
    }
}
