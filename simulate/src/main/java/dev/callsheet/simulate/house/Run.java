package dev.callsheet.simulate.house;

import dev.callsheet.simulate.figures.Sample;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.random.RandomGenerator;
import java.util.stream.Stream;

/**
 * One run of a plan. A request goes the way of the corridor: intake, router, the tables, the line for a slot, the render, the
 * clip's way to the store, the measurement, and perhaps once more. Sessions have seats of their own.
 */
public final class Run {
    private final Plan plan;
    private final Agenda agenda = new Agenda();
    private final RandomGenerator random;
    private final double from;
    private final Map<String, Station> stations = new LinkedHashMap<>();
    private final Map<String, Theatre> theatres = new LinkedHashMap<>();
    private final Station seats;
    private final Sample ways = new Sample();
    private long clips;
    private long lost;
    private long takes;

    private Run(Plan plan) {
        this.plan = plan;
        this.random = new SplittableRandom(plan.seed());
        this.from = length(plan) / 10;
        Plan.STATIONS.forEach(
                name -> stations.put(name, new Station(name, plan.stations().get(name), agenda, random, from)));
        plan.families()
                .forEach((name, family) ->
                        theatres.put(name, new Theatre(name, family, plan.tenants(), agenda, random, from)));
        Plan.Live live = plan.live();
        this.seats = new Station(
                "avatar", new Plan.Station(live.seats(), live.minutes() * 60, live.spread()), agenda, random, from);
    }

    /**
     * What came of it.
     *
     * @param seconds of virtual time that were counted
     * @param clips delivered @param lost that used up their takes
     * @param ways seconds from the request to its end
     * @param late by route, share of takes later than foretold
     * @param waits by route and tenant, seconds in line for a slot
     */
    public record Outcome(
            double seconds,
            long clips,
            long lost,
            long takes,
            Sample ways,
            List<Room> rooms,
            Map<String, Double> late,
            Map<String, Map<String, Sample>> waits) {}

    /** Plays a plan to its end; the same plan gives the same outcome. */
    public static Outcome of(Plan plan) {
        return new Run(plan).play();
    }

    /** As many seconds as the plan's requests take, and long enough for twenty renders or sessions one after the other. */
    private static double length(Plan plan) {
        double longest = plan.families().values().stream()
                .mapToDouble(Plan.Family::seconds)
                .reduce(plan.live().minutes() * 60, Math::max);
        return Math.max(plan.requests() / plan.perSecond(), 20 * longest);
    }

    private Outcome play() {
        request();
        session();
        agenda.runUntil(length(plan));
        Map<String, Double> late = new LinkedHashMap<>();
        Map<String, Map<String, Sample>> waits = new LinkedHashMap<>();
        theatres.forEach((name, theatre) -> {
            late.put(name, theatre.late());
            waits.put(name, theatre.waits());
        });
        List<Room> rooms = Stream.of(
                        stations.values().stream().map(Station::room),
                        theatres.values().stream().map(Theatre::room),
                        Stream.of(seats.room()))
                .flatMap(each -> each)
                .toList();
        return new Outcome(agenda.now() - from, clips, lost, takes, ways, rooms, late, waits);
    }

    private double until(double perSecond) {
        return -Math.log(1 - random.nextDouble()) / perSecond;
    }

    private void request() {
        agenda.in(until(plan.perSecond()), () -> {
            request();
            double begun = agenda.now();
            String tenant = tenant();
            String route = route();
            visit(
                    "intake",
                    () -> visit("router", () -> {
                        if (random.nextDouble() >= plan.rejected()) {
                            take(tenant, route, 1, begun);
                        }
                    }));
        });
    }

    private void session() {
        double mean = plan.live().minutes() * 60;
        agenda.in(until(plan.live().sessions() / mean), () -> {
            session();
            seats.enter(() -> {});
        });
    }

    private void take(String tenant, String route, int attempt, double begun) {
        takes += agenda.now() >= from ? 1 : 0;
        visit(
                "database",
                () -> theatres.get(route)
                        .enter(tenant, () -> visit("worker", () -> rendered(tenant, route, attempt, begun))));
    }

    private void rendered(String tenant, String route, int attempt, double begun) {
        Plan.Family family = plan.families().get(route);
        if (random.nextDouble() < family.failed()) {
            visit("database", () -> again(tenant, route, attempt, begun));
            return;
        }
        visit(
                "carrier",
                () -> visit("database", () -> {
                    if (family.retaken() == 0) {
                        ended(true, begun);
                    } else {
                        visit("scorer", () -> measured(tenant, route, attempt, begun));
                    }
                }));
    }

    private void measured(String tenant, String route, int attempt, double begun) {
        if (random.nextDouble() < plan.families().get(route).retaken()) {
            again(tenant, route, attempt, begun);
        } else {
            ended(true, begun);
        }
    }

    private void again(String tenant, String route, int attempt, double begun) {
        if (attempt < plan.families().get(route).takes()) {
            take(tenant, route, attempt + 1, begun);
        } else {
            ended(false, begun);
        }
    }

    private void ended(boolean delivered, double begun) {
        if (begun < from) {
            return;
        }
        clips += delivered ? 1 : 0;
        lost += delivered ? 0 : 1;
        ways.add(agenda.now() - begun);
    }

    private void visit(String station, Runnable then) {
        stations.get(station).enter(then);
    }

    private String tenant() {
        double sum = plan.tenants().stream().mapToDouble(Plan.Tenant::share).sum();
        double draw = random.nextDouble() * sum;
        for (Plan.Tenant tenant : plan.tenants()) {
            draw -= tenant.share();
            if (draw < 0) {
                return tenant.name();
            }
        }
        return plan.tenants().getLast().name();
    }

    private String route() {
        double sum = plan.families().values().stream()
                .mapToDouble(Plan.Family::share)
                .sum();
        double draw = random.nextDouble() * sum;
        String last = "";
        for (Map.Entry<String, Plan.Family> family : plan.families().entrySet()) {
            last = family.getKey();
            draw -= family.getValue().share();
            if (draw < 0) {
                break;
            }
        }
        return last;
    }
}
