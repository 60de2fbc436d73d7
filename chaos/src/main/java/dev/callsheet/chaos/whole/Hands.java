package dev.callsheet.chaos.whole;

import dev.callsheet.chaos.machine.Rest;
import dev.callsheet.chaos.machine.Seat;
import dev.callsheet.chaos.machine.Service;
import dev.callsheet.chaos.machine.WallClock;
import dev.callsheet.chaos.plan.Fault;
import dev.callsheet.chaos.plan.PlanUnreadable;
import dev.callsheet.chaos.plan.Strike;
import dev.callsheet.stack.StackFailure;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** Carries out a fault: returns when it is taken back, and what was struck runs again. */
final class Hands {
    private static final Duration UNTIL_READY = Duration.ofSeconds(90);
    private static final Duration LOOK = Duration.ofMillis(100);
    /** A replica that is ready is known to be so by those who call it. */
    private static final Duration KNOWN = Duration.ofSeconds(1);

    private final WholeHouse house;
    private final Replicas readiness;
    private final Rest rest;

    Hands(WholeHouse house, Replicas readiness, Rest rest) {
        this.house = house;
        this.readiness = readiness;
        this.rest = rest;
    }

    /** @return how it went, for people */
    String commit(Fault fault) {
        Duration lasts = Duration.ofMillis(Math.round(fault.lasts() * 1000));
        return switch (fault.how()) {
            case NOTHING -> {
                rest.shortly(lasts);
                yield "";
            }
            case KILL -> strike(fault, Strike.How.KILL, lasts);
            case STOP -> strike(fault, Strike.How.STOP, lasts);
            case QUIT -> strike(fault, Strike.How.QUIT, lasts);
            case ROLL -> roll(fault);
            case FILL -> fill(fault, lasts);
            case JUMP -> jump(fault, lasts);
        };
    }

    private List<Seat> struck(Fault fault) {
        List<Seat> all = house.seats(fault.part());
        if (all.size() < Math.max(1, fault.which())) {
            throw PlanUnreadable.part(fault.part() + " " + fault.which());
        }
        return fault.which() == 0 ? all : List.of(all.get(fault.which() - 1));
    }

    private String strike(Fault fault, Strike.How how, Duration lasts) {
        for (Seat seat : struck(fault)) {
            seat.strike(how, lasts);
            awaitReady(fault.part(), seat);
        }
        return "";
    }

    /** One after the other; the next only when the one before it takes calls again. */
    private String roll(Fault fault) {
        List<String> exits = new ArrayList<>();
        for (Seat seat : struck(fault)) {
            seat.strike(Strike.How.TERMINATE, Duration.ZERO);
            exits.add("%.1f s".formatted(seat.exit().toMillis() / 1000.0));
            awaitReady(fault.part(), seat);
            rest.shortly(KNOWN);
        }
        return exits.stream().collect(Collectors.joining(", ", "ended in ", ""));
    }

    private String fill(Fault fault, Duration lasts) {
        var disk = house.disk(fault.part());
        if (!disk.mounted()) {
            return "left out: no file system can be mounted here";
        }
        disk.fill();
        rest.shortly(lasts);
        disk.empty();
        struck(fault).forEach(Seat::settle);
        return "";
    }

    private String jump(Fault fault, Duration lasts) {
        WallClock clock = house.clock(fault.part());
        if (clock == null || !clock.jumps()) {
            return "left out: libfaketime is not installed";
        }
        clock.jump(fault.jump());
        rest.shortly(lasts);
        clock.jump(0);
        return "";
    }

    private void awaitReady(String part, Seat seat) {
        List<Service> replicas = house.services(part);
        for (Service replica : replicas) {
            if (replica.name().equals(seat.name())) {
                Instant limit = Instant.now().plus(UNTIL_READY);
                while (!readiness.isReady(replica.url()) && !rest.over()) {
                    if (Instant.now().isAfter(limit)) {
                        throw new StackFailure(
                                seat.name() + " is not ready again after " + UNTIL_READY.toSeconds() + " s");
                    }
                    rest.shortly(LOOK);
                }
            }
        }
    }
}
