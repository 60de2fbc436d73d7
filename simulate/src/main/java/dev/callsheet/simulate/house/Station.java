package dev.callsheet.simulate.house;

import java.util.ArrayDeque;
import java.util.Queue;
import java.util.random.RandomGenerator;

/** Several servers behind one line: first come, first served. */
final class Station {
    private final String name;
    private final int servers;
    private final Law law;
    private final Agenda agenda;
    private final RandomGenerator random;
    private final Meter meter;
    private final Queue<Visit> line = new ArrayDeque<>();
    private int busy;

    private record Visit(double arrivedAt, Runnable then) {}

    Station(String name, Plan.Station plan, Agenda agenda, RandomGenerator random, double from) {
        this.name = name;
        this.servers = plan.servers();
        this.law = new Law(plan.seconds(), plan.spread());
        this.agenda = agenda;
        this.random = random;
        this.meter = new Meter(agenda, from);
    }

    /** @param then what happens when the visitor has been served */
    void enter(Runnable then) {
        meter.arrived();
        line.add(new Visit(agenda.now(), then));
        serve();
    }

    private void serve() {
        while (busy < servers && !line.isEmpty()) {
            Visit visit = line.remove();
            busy++;
            meter.begun(visit.arrivedAt);
            agenda.in(law.draw(random), () -> {
                busy--;
                meter.left(visit.arrivedAt);
                visit.then.run();
                serve();
            });
        }
    }

    Room room() {
        return meter.room(name, servers, law);
    }
}
