package dev.callsheet.render.domain;

import static org.assertj.core.api.Assertions.assertThat;

import dev.callsheet.contracts.Control.Unstoppable;
import dev.callsheet.contracts.Fact;
import dev.callsheet.render.domain.LedgerEntry.Kind;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

class TakeProperties {
    private static final Instant START = Histories.START;
    private static final long PRICE = Histories.PRICE;
    private static final Fact.Clip CLIP = new Fact.Clip("s3://callsheet/clip.mp4", 10, 5, 1280, 720, "00");

    /** What may follow what; everything else is an illegal state. */
    private static final Map<String, Set<String>> ALLOWED = Map.of(
            "queued", Set.of("queued", "submitting", "failed", "cancelled"),
            "submitting", Set.of("rendering", "unsure", "queued", "failed"),
            "unsure", Set.of("rendering", "queued", "failed"),
            "rendering", Set.of("rendering", "wedged", "fetching", "queued", "failed", "cancelled"),
            "wedged", Set.of("wedged", "rendering", "fetching", "queued", "failed", "cancelled"),
            "fetching", Set.of("fetching", "finished", "failed"),
            "finished", Set.of(),
            "failed", Set.of(),
            "cancelled", Set.of());

    @Property(tries = 100_000)
    void noHistoryOfSignalsCommitsMoneyTwiceOrLeavesItOpen(@ForAll("histories") List<Signal> history) {
        Transition first = Histories.queued();
        Take take = first.take();
        List<LedgerEntry> ledger = new ArrayList<>(first.entries());
        int step = 0;
        for (Signal signal : history) {
            Transition change = take.next(signal, START.plusSeconds(++step));
            if (change.take() == take) {
                assertThat(change.facts()).isEmpty();
                assertThat(change.entries()).isEmpty();
                continue;
            }
            assertThat(ALLOWED.get(take.state().word()))
                    .contains(change.take().state().word());
            assertThat(change.take().step()).isEqualTo(take.step() + 1);
            take = change.take();
            ledger.addAll(change.entries());

            long open = sum(ledger, Kind.COMMITTED) - sum(ledger, Kind.SETTLED) - sum(ledger, Kind.RELEASED);
            assertThat(open).isEqualTo(take.state().moneyOpen() ? PRICE : 0);
            assertThat(sum(ledger, Kind.SETTLED)).isLessThanOrEqualTo(PRICE);
            if (take.state() instanceof TakeState.Cancelled(var spent)) {
                assertThat(sum(ledger, Kind.SETTLED)).isEqualTo(spent);
            }
            if (take.state() instanceof TakeState.Finished) {
                assertThat(sum(ledger, Kind.SETTLED)).isEqualTo(PRICE);
            }
        }
    }

    @Property(tries = 2000)
    void afterTheEndNothingChangesAnyMore(@ForAll("histories") List<Signal> history) {
        Take take = Histories.after(
                new Signal.Intended(),
                new Signal.Accepted("job"),
                new Signal.Ended(),
                new Signal.Stored(CLIP, List.of()));
        assertThat(take.state()).isInstanceOf(TakeState.Finished.class);
        for (Signal signal : history) {
            assertThat(take.next(signal, START).take()).isSameAs(take);
        }
    }

    private static long sum(List<LedgerEntry> ledger, Kind kind) {
        return ledger.stream()
                .filter(entry -> entry.kind() == kind)
                .mapToLong(LedgerEntry::micros)
                .sum();
    }

    @Provide
    Arbitrary<List<Signal>> histories() {
        return Arbitraries.<Signal>of(
                        new Signal.Cancel("no longer wanted"),
                        new Signal.Intended(),
                        new Signal.Intended(),
                        new Signal.Accepted("job"),
                        new Signal.Accepted("job"),
                        new Signal.NotTaken("503"),
                        new Signal.Refused("provider.refused", "400", false),
                        new Signal.Ambiguous("cut"),
                        new Signal.Late("late"),
                        new Signal.Ended(),
                        new Signal.Ended(),
                        new Signal.Empty(),
                        new Signal.Stopped("200 cancelled"),
                        new Signal.GoesOn("405", Unstoppable.KEEP),
                        new Signal.GoesOn("405", Unstoppable.DROP),
                        new Signal.Resolved(true, "on the bill"),
                        new Signal.Resolved(false, "not on the bill"),
                        new Signal.Stored(CLIP, List.of()),
                        new Signal.Unfetched("403"))
                .list()
                .ofMinSize(1)
                .ofMaxSize(60);
    }
}
