package dev.callsheet.simulate.house;

import dev.callsheet.simulate.figures.Queueing;
import dev.callsheet.simulate.figures.Sample;

/**
 * What a run saw of a room.
 *
 * @param servers how many are served at a time
 * @param law how long one is served
 * @param perSecond arrivals
 * @param busy servers in use, on average
 * @param inside waiting or served, on average
 * @param stay mean seconds from arrival to leaving
 * @param waits seconds from arrival to being served
 * @param left how many still waited at the end
 */
public record Room(
        String name,
        int servers,
        Law law,
        double perSecond,
        double busy,
        double inside,
        double stay,
        Sample waits,
        int left) {
    /** Share of the servers that are in use, from 0 to 1. */
    public double use() {
        return busy / servers;
    }

    /** Servers that would be busy if there were enough of them. */
    public double load() {
        return perSecond * law.mean();
    }

    /** Mean seconds in line that theory expects; infinity where the room is full. */
    public double expectedWait() {
        return Queueing.meanWait(servers, load(), law.mean(), law.spread());
    }

    /** Little's law: how far what was inside is from arrivals times stay, as a share of it. */
    public double littleError() {
        double law = Queueing.inside(perSecond, stay);
        return law == 0 ? 0 : Math.abs(inside - law) / law;
    }
}
