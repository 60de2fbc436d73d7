package dev.callsheet.render.domain;

import static org.assertj.core.api.Assertions.assertThat;

import dev.callsheet.contracts.RequestId;
import dev.callsheet.contracts.TakeId;
import dev.callsheet.contracts.TenantId;
import dev.callsheet.render.domain.FairShare.Service;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

class FairShareTest {
    /** Takes by their names, with the tenant before the slash. */
    private final Map<TakeId, String> names = new LinkedHashMap<>();

    private final Map<String, Line> lines = new LinkedHashMap<>();
    private double clock;

    @Test
    void tenThousandOfOneTenantDelayTheOneOfAnotherByOneSlotAtMost() {
        join("big", 1, Lane.NORMAL, 10_000);
        serve(500);
        join("small", 1, Lane.NORMAL, 1);

        List<String> next = serve(2);

        assertThat(next).anyMatch(name -> name.startsWith("small/"));
    }

    @Test
    void whoWaitedForNothingSavesNothingUp() {
        join("early", 1, Lane.NORMAL, 100);
        serve(100);
        join("early", 1, Lane.NORMAL, 100);
        join("late", 1, Lane.NORMAL, 100);

        List<String> next = serve(20);

        assertThat(next.stream().filter(name -> name.startsWith("late/"))).hasSize(10);
    }

    @Test
    void aTenantOfDoubleWeightIsServedTwiceAsOften() {
        join("double", 2, Lane.NORMAL, 100);
        join("single", 1, Lane.NORMAL, 100);

        List<String> next = serve(30);

        assertThat(next.stream().filter(name -> name.startsWith("double/"))).hasSize(20);
    }

    @Test
    void theHighLaneGoesFirstAndTheLowLaneStillMoves() {
        join("one", 1, Lane.HIGH, 100);
        join("one", 1, Lane.LOW, 100);

        List<String> next = serve(34);

        assertThat(next.getFirst()).contains("HIGH");
        assertThat(next.stream().filter(name -> name.contains("LOW"))).hasSize(2);
    }

    @Test
    void insideOfALaneTheOrderIsKept() {
        join("one", 1, Lane.NORMAL, 5);

        assertThat(serve(5))
                .containsExactly("one/NORMAL/0", "one/NORMAL/1", "one/NORMAL/2", "one/NORMAL/3", "one/NORMAL/4");
    }

    @Property(tries = 300)
    void noTenantWaitsForMoreThanItsShareOfTheOthers(
            @ForAll @IntRange(min = 1, max = 5) int slots,
            @ForAll @IntRange(min = 0, max = 400) int before,
            @ForAll @IntRange(min = 2, max = 6) int tenants) {
        // One instance plays all tries.
        names.clear();
        lines.clear();
        clock = 0;
        for (int tenant = 1; tenant < tenants; tenant++) {
            join("t" + tenant, 1, Lane.NORMAL, 200);
        }
        for (int served = 0; served < before; served += slots) {
            serve(slots);
        }
        join("new", 1, Lane.LOW, 1);

        List<String> next = serve(tenants);

        assertThat(next).as("once round, it has been its turn").anyMatch(name -> name.startsWith("new/"));
    }

    private void join(String tenant, double weight, Lane lane, int count) {
        Line line = lines.getOrDefault(
                tenant,
                new Line(
                        new TenantId(tenant),
                        weight,
                        0,
                        0,
                        Map.of(Lane.HIGH, 0.0, Lane.NORMAL, 0.0, Lane.LOW, 0.0),
                        Map.of()));
        Map<Lane, List<TakeId>> waiting = new EnumMap<>(Lane.class);
        waiting.putAll(line.waiting());
        List<TakeId> more = new ArrayList<>(waiting.getOrDefault(lane, List.of()));
        for (int i = 0; i < count; i++) {
            TakeId id = TakeId.of(RequestId.ofKey(line.tenant(), lane + "/" + names.size()), 1);
            names.put(id, tenant + "/" + lane + "/" + i);
            more.add(id);
        }
        waiting.put(lane, more);
        put(line, waiting);
    }

    private void put(Line line, Map<Lane, List<TakeId>> waiting) {
        lines.put(
                line.tenant().value(),
                new Line(line.tenant(), line.weight(), line.served(), line.clock(), line.lanes(), waiting));
    }

    /** As the tables do it: the state goes on, who is served leaves. */
    private List<String> serve(int slots) {
        Service service = FairShare.serve(List.copyOf(lines.values()), clock, slots);
        clock = service.clock();
        for (Line line : service.lines()) {
            Map<Lane, List<TakeId>> left = new EnumMap<>(Lane.class);
            line.waiting()
                    .forEach((lane, ids) -> left.put(
                            lane,
                            ids.stream()
                                    .filter(id -> !service.served().contains(id))
                                    .toList()));
            put(line, left);
        }
        return service.served().stream().map(names::get).toList();
    }
}
