package dev.callsheet.chaos;

import dev.callsheet.chaos.machine.Rest;
import dev.callsheet.chaos.machine.Seat;
import dev.callsheet.chaos.plan.Plan;
import dev.callsheet.chaos.plan.PlanUnreadable;
import dev.callsheet.chaos.plan.Strike;
import java.time.Duration;
import java.util.List;
import java.util.Random;

/** Carries out the plan's strikes, each on a thread of its own, until the calm; brings back what dies by itself. */
final class Strikes {
    private static final Duration ROUND = Duration.ofMillis(100);

    private final Plan plan;
    private final House house;
    private final Rest rest;
    private final Progress progress;

    Strikes(Plan plan, House house, Rest rest, Progress progress) {
        this.plan = plan;
        this.house = house;
        this.rest = rest;
        this.progress = progress;
    }

    void start() {
        for (int i = 0; i < plan.strikes().size(); i++) {
            Strike strike = plan.strikes().get(i);
            List<Seat> seats = house.seats(strike.part());
            if (seats.isEmpty()) {
                throw PlanUnreadable.part(strike.part());
            }
            Random random = new Random(plan.seed() * 31 + i);
            Thread.ofVirtual().name("strike-" + i).start(() -> run(strike, seats, random));
        }
    }

    private void run(Strike strike, List<Seat> seats, Random random) {
        while (rest.pause(seconds(-Math.log(1 - random.nextDouble()) * strike.everySeconds()))) {
            Seat seat = seats.get(random.nextInt(seats.size()));
            double from = strike.away().get(0);
            double to = strike.away().get(1);
            guarded(() -> seat.strike(strike.how(), seconds(from + random.nextDouble() * (to - from))));
        }
    }

    /** Watches the workers until interrupted, also in the calm: fault points strike as long as there is work. */
    void tend() {
        Duration pause = seconds(plan.worker().pauseSeconds());
        for (Seat seat : house.workers()) {
            Thread.ofVirtual().name("tend").start(() -> {
                while (!rest.over()) {
                    guarded(() -> seat.tend(pause));
                    rest.shortly(ROUND);
                }
            });
        }
    }

    /** A part that does not come back is the run's failure, told where people look. */
    private void guarded(Runnable act) {
        try {
            act.run();
        } catch (RuntimeException e) {
            progress.say("not started again: " + e.getMessage());
        }
    }

    private static Duration seconds(double seconds) {
        return Duration.ofMillis(Math.round(seconds * 1000));
    }
}
