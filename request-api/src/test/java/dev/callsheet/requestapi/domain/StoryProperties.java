package dev.callsheet.requestapi.domain;

import static org.assertj.core.api.Assertions.assertThat;

import dev.callsheet.contracts.CloudEvent;
import dev.callsheet.contracts.Fact;
import dev.callsheet.contracts.RequestId;
import dev.callsheet.contracts.Ruling;
import dev.callsheet.contracts.TakeId;
import dev.callsheet.contracts.TenantId;
import dev.callsheet.requestapi.inbound.Samples;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

class StoryProperties {
    private static final RequestId ID = RequestId.ofKey(new TenantId("demo"), "k");
    private static final List<Fact> ALL = List.of(
            Samples.routed(ID),
            Samples.queued(ID, 1),
            Samples.rendering(ID, 1),
            Samples.finished(ID),
            Samples.scored(ID, "FAIL"),
            Samples.held(ID, "FAIL"),
            Samples.ruled(ID, Ruling.Word.REJECTED, Instant.EPOCH),
            Samples.ruled(ID, Ruling.Word.APPROVED, Instant.EPOCH.plusSeconds(1)),
            Samples.queued(ID, 2),
            Samples.rendering(ID, 2),
            Samples.completed(ID));

    @Property
    void theOrderOfTellingDoesNotMatter(@ForAll("orders") List<Fact> order) {
        Story story = story(order);
        Story sorted = story(ALL.stream().filter(order::contains).toList());

        assertThat(story.state()).isEqualTo(sorted.state());
        assertThat(story.ledger()).isEqualTo(sorted.ledger());
        assertThat(story.verdict()).isEqualTo(sorted.verdict());
        assertThat(story.clip()).isEqualTo(sorted.clip());
        assertThat(story.isAccepted()).isEqualTo(sorted.isAccepted());
        assertThat(story.takes()).hasSameSizeAs(sorted.takes());
    }

    /** At each moment, whatever the way: what was ever set aside is still so, spent, or given back. */
    @Property
    void noMoneyIsLostOnAnyWayOfATake(@ForAll("ways") List<Fact> way) {
        for (int told = 1; told <= way.size(); told++) {
            List<Fact> until = way.subList(0, told);
            Ledger ledger = story(until).ledger();
            long committed = until.stream()
                    .mapToLong(fact -> fact instanceof Fact.TakeRendering rendering ? rendering.committedMicros() : 0)
                    .sum();

            assertThat(ledger.committedMicros() + ledger.settledMicros() + ledger.releasedMicros())
                    .isEqualTo(committed);
            assertThat(ledger.committedMicros()).isBetween(0L, 500_000L);
        }
    }

    @Provide
    Arbitrary<List<Fact>> ways() {
        Arbitrary<List<Fact>> rounds = Arbitraries.integers().between(0, 4).map(times -> {
            List<Fact> facts = new ArrayList<>(List.of(Samples.queued(ID, 1)));
            for (int time = 0; time < times; time++) {
                facts.add(new Fact.TakeRendering(ID, TakeId.of(ID, 1), new TenantId("demo"), "p" + time, 500_000, 1));
                facts.add(Samples.requeued(ID, time));
            }
            facts.add(Samples.forecast(ID, 9, 1, 1, 2));
            facts.add(Samples.renderingAgain(ID));
            return facts;
        });
        Arbitrary<List<Fact>> ends = Arbitraries.of(
                List.of(),
                List.of(Samples.finished(ID)),
                List.of(Samples.takeFailed(ID, 0)),
                List.of(Samples.takeFailed(ID, 300_000)),
                List.of(Samples.unstoppable(ID), Samples.takeCancelled(ID, 500_000)),
                List.of(Samples.failed(ID, "request.deadline", 500_000), Samples.finished(ID)));
        return Combinators.combine(rounds, ends)
                .as((way, end) -> Stream.concat(way.stream(), end.stream()).toList());
    }

    @Provide
    Arbitrary<List<Fact>> orders() {
        return Arbitraries.shuffle(ALL)
                .flatMap(all -> Arbitraries.integers().between(1, all.size()).map(size -> all.subList(0, size)));
    }

    static Story story(Fact... facts) {
        return story(Arrays.asList(facts));
    }

    static Story story(List<Fact> facts) {
        return Story.of(facts.stream().map(StoryProperties::told).toList());
    }

    private static Told told(Fact fact) {
        CloudEvent event = fact.event("/test", Instant.EPOCH);
        return new Told(event.id(), event.type(), event.source(), Instant.EPOCH, null, event.data());
    }
}
