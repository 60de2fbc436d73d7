package dev.callsheet.render.domain;

import dev.callsheet.contracts.TakeId;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Who gets the free slots of a model: start-time fair queueing (Goyal, Vin, Cheng: Start-time Fair Queuing, 1996)
 * between tenants by weight, and once more between the lanes of a tenant; inside of a lane, who is due first. A tenant
 * that has not waited starts at the present virtual time, so nobody saves up, and nobody is owed for standing aside.
 */
public final class FairShare {
    private FairShare() {}

    /** @param served the takes in the order of service @param clock the model's virtual time afterwards */
    public record Service(List<TakeId> served, Collection<Line> lines, double clock) {
        public Service {
            served = List.copyOf(served);
            lines = List.copyOf(lines);
        }
    }

    /** Serves up to so many takes. @param clock the model's virtual time */
    public static Service serve(List<Line> lines, double clock, int slots) {
        List<Queue> queues = lines.stream().map(Queue::new).toList();
        List<TakeId> served = new ArrayList<>();
        double time = clock;
        while (served.size() < slots) {
            double now = time;
            Optional<Queue> next = queues.stream()
                    .filter(Queue::waits)
                    .min(Comparator.<Queue>comparingDouble(queue -> queue.start(now))
                            .thenComparing(queue -> queue.line.tenant().value()));
            if (next.isEmpty()) {
                break;
            }
            time = next.get().start(now);
            served.add(next.get().serve(time));
        }
        return new Service(served, queues.stream().map(Queue::line).toList(), time);
    }

    private static final class Queue {
        private final Line line;
        private final Map<Lane, Double> lanes;
        private final Map<Lane, Integer> next = new EnumMap<>(Lane.class);
        private double served;
        private double clock;

        Queue(Line line) {
            this.line = line;
            this.lanes = new EnumMap<>(line.lanes());
            this.served = line.served();
            this.clock = line.clock();
        }

        Line line() {
            return new Line(line.tenant(), line.weight(), served, clock, lanes, line.waiting());
        }

        boolean waits() {
            return lanes.keySet().stream().anyMatch(this::waits);
        }

        private boolean waits(Lane lane) {
            return next.getOrDefault(lane, 0)
                    < line.waiting().getOrDefault(lane, List.of()).size();
        }

        double start(double time) {
            return Math.max(time, served);
        }

        TakeId serve(double start) {
            served = start + 1 / line.weight();
            Lane lane = lanes.keySet().stream()
                    .filter(this::waits)
                    .min(Comparator.<Lane>comparingDouble(this::start).thenComparing(Comparator.naturalOrder()))
                    .orElseThrow();
            clock = start(lane);
            lanes.put(lane, clock + 1 / lane.weight());
            int place = next.merge(lane, 1, Integer::sum) - 1;
            return line.waiting().get(lane).get(place);
        }

        private double start(Lane lane) {
            return Math.max(clock, lanes.get(lane));
        }
    }
}
