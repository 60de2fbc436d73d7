package dev.callsheet.simulate.house;

import java.util.PriorityQueue;

/** What will happen when, in virtual seconds. Two things at the same moment happen in the order they were put down. */
public final class Agenda {
    private final PriorityQueue<Entry> entries = new PriorityQueue<>();
    private double now;
    private long number;

    private record Entry(double at, long number, Runnable act) implements Comparable<Entry> {
        @Override
        public int compareTo(Entry other) {
            int byTime = Double.compare(at, other.at);
            return byTime != 0 ? byTime : Long.compare(number, other.number);
        }
    }

    public double now() {
        return now;
    }

    public void in(double seconds, Runnable act) {
        entries.add(new Entry(now + seconds, number++, act));
    }

    /** Lets everything happen that is due by then, and stands at that moment afterwards. */
    public void runUntil(double moment) {
        while (!entries.isEmpty() && entries.peek().at <= moment) {
            Entry next = entries.poll();
            now = next.at;
            next.act.run();
        }
        now = moment;
    }
}
