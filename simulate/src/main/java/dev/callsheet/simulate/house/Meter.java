package dev.callsheet.simulate.house;

import dev.callsheet.simulate.figures.Sample;

/** Counts what is inside of a room and how long it waits and stays, from the end of the warm-up on. */
final class Meter {
    private final Agenda agenda;
    private final double from;
    private final Sample waits = new Sample();
    private long arrivals;
    private long stays;
    private double stayed;
    private int inside;
    private int busy;
    private double insideSeconds;
    private double busySeconds;
    private double seen;

    /** @param from the moment from which it counts */
    Meter(Agenda agenda, double from) {
        this.agenda = agenda;
        this.from = from;
        this.seen = from;
    }

    void arrived() {
        look();
        inside++;
        if (agenda.now() >= from) {
            arrivals++;
        }
    }

    void begun(double arrivedAt) {
        look();
        busy++;
        if (arrivedAt >= from) {
            waits.add(agenda.now() - arrivedAt);
        }
    }

    void left(double arrivedAt) {
        look();
        busy--;
        inside--;
        if (arrivedAt >= from) {
            stays++;
            stayed += agenda.now() - arrivedAt;
        }
    }

    private void look() {
        double now = agenda.now();
        if (now > seen) {
            insideSeconds += inside * (now - seen);
            busySeconds += busy * (now - seen);
            seen = now;
        }
    }

    Room room(String name, int servers, Law law) {
        look();
        double seconds = Math.max(1e-9, agenda.now() - from);
        return new Room(
                name,
                servers,
                law,
                arrivals / seconds,
                busySeconds / seconds,
                insideSeconds / seconds,
                stays == 0 ? 0 : stayed / stays,
                waits,
                inside - busy);
    }
}
