package dev.callsheet.twin.live;

import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.equalTo;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class AbsenceTest {
    private final AtomicInteger gone = new AtomicInteger();
    private final Absence absence = new Absence(Duration.ofMillis(60), gone::incrementAndGet);

    @Test
    void aRoomThatNobodyHasVisitedWaits() {
        absence.people(0);

        await().during(Duration.ofMillis(120)).until(() -> gone.get() == 0);
    }

    @Test
    void whoComesBackInTimeWasNeverAway() {
        absence.people(1);
        absence.people(0);
        absence.people(1);
        await().during(Duration.ofMillis(120)).until(() -> gone.get() == 0);

        absence.people(0);

        await().untilAtomic(gone, equalTo(1));
    }
}
