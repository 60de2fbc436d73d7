package dev.callsheet.chaos.whole;

import dev.callsheet.chaos.check.Violation;
import dev.callsheet.chaos.check.Whole;
import dev.callsheet.chaos.gather.TwinDoors;
import dev.callsheet.chaos.gather.WholeGathering;
import dev.callsheet.chaos.live.Talks;
import dev.callsheet.chaos.load.FirstFrames;
import dev.callsheet.chaos.machine.Programs;
import dev.callsheet.chaos.machine.Rest;
import dev.callsheet.chaos.machine.Tally;
import dev.callsheet.chaos.plan.Fault;
import dev.callsheet.chaos.plan.Load;
import dev.callsheet.chaos.plan.WholePlan;
import dev.callsheet.stack.Checkout;
import dev.callsheet.stack.ObjectStoreClient;
import dev.callsheet.stack.media.SampleMedia;
import java.net.http.HttpClient;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/** The whole house under a steady load, one fault after the other; then everything that is left is held together. */
public final class WholeRun {
    private static final Duration LOOK = Duration.ofMillis(250);
    private static final Duration LONGEST_RUN_ON = Duration.ofMinutes(10);

    private final WholePlan plan;
    private final List<Fault> faults;
    private final Programs programs;
    private final Path root = Checkout.find().root();
    private final Consumer<String> progress;
    private final Rest rest = new Rest();
    private final Tally tally = new Tally();
    private final HttpClient http = HttpClient.newHttpClient();

    /** @param faults one after the other @param progress told what happens, for people */
    public WholeRun(WholePlan plan, List<Fault> faults, Programs programs, Consumer<String> progress) {
        this.plan = plan;
        this.faults = List.copyOf(faults);
        this.programs = programs;
        this.progress = progress;
    }

    /** What was found, and what was left. */
    public record Outcome(WholeResult result, List<Violation> violations, Whole left) {}

    public Outcome run(Path faultScript) {
        try (var house = new WholeHouse(plan, programs, faultScript, tally, rest)) {
            progress.accept("starting three brokers, PostgreSQL, S3, the twin and the services");
            house.open();
            new FirstFrames(house.store().keys())
                    .store(SteadyLoad.TENANTS.stream()
                            .map(tenant -> new Load.Tenant(tenant.value(), 1, List.of()))
                            .toList());
            try (var client = new ObjectStoreClient(house.store().keys())) {
                new SampleMedia(root).store(client);
            }
            return struck(house);
        } finally {
            rest.end();
            http.close();
        }
    }

    private Outcome struck(WholeHouse house) {
        Instant begin = Instant.now();
        var desks = new Replicas(house.services("request-api"), http);
        var rooms = new Replicas(house.services("avatar-session-service"), http);
        var watch = new FactWatch(house.bootstrapServers());
        var talks = new Talks(rooms::next, SteadyLoad.key(SteadyLoad.CAST), http, rest);
        List<Happening> happenings = new ArrayList<>();
        desks.look();
        rooms.look();
        desks.watch(rest);
        rooms.watch(rest);
        watch.follow(rest);
        try (var load = new SteadyLoad(
                        plan, house.bootstrapServers(), new Bodies(root.resolve("examples")), desks, http, rest);
                var twin = new TwinDoors(house.twin().url())) {
            load.start();
            talks.start(seconds(plan.sessionEvery()));
            var course = new WholeCourse(plan, load, watch, new Hands(house, desks, rest), rest, progress);
            for (Fault fault : faults) {
                happenings.add(course.through(fault));
            }
            load.stop();
            talks.stop();
            twin.heal();
            var gathering = new WholeGathering(
                    house.bootstrapServers(), house.database(), house.store().keys(), twin);
            boolean complete = quiet(house, gathering, load, watch, talks, twin);
            progress.accept(complete ? "all is over and quiet" : "time is up; it is told as it stands");
            rest.end();
            Map<String, Long> exits = house.closeServices();
            Whole left = gathering.whole(load.accepted().values().stream()
                    .map(asked -> new Whole.Wanted(
                            asked.id().value(),
                            asked.tenant().value(),
                            asked.route().equals(Bodies.AVATAR)))
                    .toList());
            List<String> sessions = talks.check(twin, house.database(), LONGEST_RUN_ON);
            List<Violation> violations = left.violations();
            var result = new WholeResultMaker(plan.name(), load.accepted(), left, violations)
                    .result(
                            happenings,
                            sessions,
                            talks.held(),
                            exits,
                            complete,
                            Duration.between(begin, Instant.now()));
            return new Outcome(result, violations, left);
        }
    }

    /** Until all that was accepted is over, every message has left, and no meter runs. */
    private boolean quiet(
            WholeHouse house, WholeGathering gathering, SteadyLoad load, FactWatch watch, Talks talks, TwinDoors twin) {
        Instant limit = Instant.now().plus(seconds(plan.patience()));
        while (Instant.now().isBefore(limit)) {
            rest.shortly(LOOK);
            try {
                if (load.onTheWay() == 0
                        && watch.ends().keySet().containsAll(load.accepted().keySet())
                        && talks.open() == 0
                        && gathering.stand().quiet()
                        && Talks.quiet(twin, house.database())) {
                    return true;
                }
            } catch (SQLException e) {
                progress.accept("the tables cannot be read: " + e.getMessage());
            }
        }
        return false;
    }

    private static Duration seconds(double seconds) {
        return Duration.ofMillis(Math.round(seconds * 1000));
    }
}
