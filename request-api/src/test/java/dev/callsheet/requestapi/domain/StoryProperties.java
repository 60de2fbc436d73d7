package dev.callsheet.requestapi.domain;

import static org.assertj.core.api.Assertions.assertThat;

import dev.callsheet.contracts.CloudEvent;
import dev.callsheet.contracts.Fact;
import dev.callsheet.contracts.RequestId;
import dev.callsheet.contracts.TenantId;
import dev.callsheet.requestapi.inbound.Samples;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
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
        assertThat(story.takes()).hasSameSizeAs(sorted.takes());
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
