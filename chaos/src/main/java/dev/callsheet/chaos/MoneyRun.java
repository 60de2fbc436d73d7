package dev.callsheet.chaos;

import dev.callsheet.chaos.check.Checker;
import dev.callsheet.chaos.check.Snapshot;
import dev.callsheet.chaos.check.Violation;
import dev.callsheet.chaos.gather.Gathering;
import dev.callsheet.chaos.gather.Tables;
import dev.callsheet.chaos.gather.TwinDoors;
import dev.callsheet.chaos.load.Ask;
import dev.callsheet.chaos.load.FirstFrames;
import dev.callsheet.chaos.load.Producer;
import dev.callsheet.chaos.load.RequestMix;
import dev.callsheet.chaos.machine.Programs;
import dev.callsheet.chaos.machine.Rest;
import dev.callsheet.chaos.machine.Tally;
import dev.callsheet.chaos.plan.Plan;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

/** One run: starts everything, sends the load, strikes, waits for the calm and the quiet, then holds it all together. */
final class MoneyRun {
    private static final Duration LOOK = Duration.ofSeconds(1);
    private static final int LOOKS_TO_TELL = 5;

    private final Plan plan;
    private final Progress progress;
    private final Rest rest = new Rest();
    private final Tally tally = new Tally();
    private final FaultScript script;
    private final House house;
    private Tables.Stand last = new Tables.Stand(0, 0, 0, 0, 0, 0);

    MoneyRun(Plan plan, Programs programs, Progress progress) {
        this.plan = plan;
        this.progress = progress;
        this.script = new FaultScript(programs.folder());
        this.house = new House(plan, programs, script, tally, rest);
    }

    /** What was found, and the story behind each violation. */
    record Outcome(Result result, List<Violation> violations, Snapshot snapshot) {}

    Outcome run() {
        try {
            script.write(plan);
            progress.say("starting Kafka, PostgreSQL, S3, the twin and %d workers".formatted(plan.workers()));
            house.openFoundations();
            new FirstFrames(house.store().keys()).store(plan.load().tenants());
            house.openWorkers();
            return struck();
        } finally {
            rest.end();
            house.close();
        }
    }

    private Outcome struck() {
        Instant begin = Instant.now();
        List<Ask> asks = new RequestMix(plan, begin).asks();
        Strikes strikes = new Strikes(plan, house, rest, progress);
        boolean complete;
        try (var producer = new Producer(house.broker().bootstrapServers(), asks)) {
            Thread.ofVirtual().name("load").start(() -> producer.run(begin, rest));
            strikes.tend();
            strikes.start();
            complete = watch(producer, begin);
        }
        long seconds = Duration.between(begin, Instant.now()).toSeconds();
        progress.say(complete ? "all is final and quiet; reading what is left" : "time is up; reading what is left");
        rest.end();
        house.closeWorkers();
        try (var twin = new TwinDoors(house.twin().url())) {
            Snapshot snapshot = new Gathering(
                            house.broker().bootstrapServers(),
                            house.database(),
                            house.store().keys(),
                            twin)
                    .snapshot(asks);
            List<Violation> violations = Checker.check(snapshot);
            return new Outcome(
                    Result.of(plan, snapshot, violations, tally, twin.stats(), seconds, complete),
                    violations,
                    snapshot);
        }
    }

    /** @return whether everything became final and quiet in time */
    private boolean watch(Producer producer, Instant begin) {
        Instant limit = after(begin, plan.minutes() * 60);
        boolean calm = false;
        for (int look = 0; Instant.now().isBefore(limit); look++) {
            rest.shortly(LOOK);
            Tables.Stand stand = stand();
            if (look % LOOKS_TO_TELL == 0) {
                tell(stand, begin);
            }
            boolean enough = stand.ended() >= plan.calm().share() * plan.takes()
                    || !Instant.now().isBefore(after(begin, plan.calm().seconds()));
            if (!calm && producer.done() && enough) {
                calm = true;
                calm();
            }
            if (calm && stand.quiet(plan.takes())) {
                tell(stand, begin);
                return true;
            }
        }
        return false;
    }

    private static Instant after(Instant begin, double seconds) {
        return begin.plusMillis(Math.round(seconds * 1000));
    }

    private void calm() {
        progress.say("calm: no more strikes, the twin is healed");
        rest.calm();
        script.clear();
        house.settle();
        try (var twin = new TwinDoors(house.twin().url())) {
            twin.heal();
        }
    }

    private void tell(Tables.Stand stand, Instant begin) {
        progress.say("%,6d of %,d final, %,d paid, %d open (%d wedged), outbox %d, %d kills, %d s"
                .formatted(
                        stand.ended(),
                        plan.takes(),
                        stand.paid(),
                        stand.open(),
                        stand.wedged(),
                        stand.outbox(),
                        tally.kills(),
                        Duration.between(begin, Instant.now()).toSeconds()));
    }

    /** What the tables say, or what they said last if they are away. */
    private Tables.Stand stand() {
        try (Connection connection = house.database().connect()) {
            last = new Tables(connection).stand();
        } catch (SQLException e) {
            // PostgreSQL is away.
        }
        return last;
    }
}
