package dev.callsheet.avatar.live;

import static org.assertj.core.api.Assertions.assertThat;

import dev.callsheet.avatar.domain.LedgerEntry;
import dev.callsheet.avatar.domain.Session;
import dev.callsheet.avatar.domain.SessionOrder;
import dev.callsheet.contracts.SessionId;
import dev.callsheet.conversation.pipeline.Told;
import dev.callsheet.conversation.pipeline.Viewer;
import dev.callsheet.conversation.turn.Input;
import dev.callsheet.conversation.turn.Origin;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;

/** Sessions in virtual time, against a provider whose meter is watched. */
abstract class Lives {
    protected final TestClock clock = new TestClock();
    protected final MemoryStore store = new MemoryStore(clock);
    protected final MeteredProvider provider = new MeteredProvider(clock);
    protected final House.Papers papers = new House.Papers();
    protected final SessionTerms shortLegs = new TestTerms(Duration.ofMinutes(1), OptionalInt.empty(), false);
    protected House house = process("a", shortLegs);

    protected House process(String name, SessionTerms terms) {
        return new House(name, store, provider, papers, terms, clock);
    }

    protected SessionId start(SessionOrder order) {
        house.desk.start(order, "body");
        house.desk.renew(order.sessionId());
        return order.sessionId();
    }

    protected Session find(SessionId id) {
        return store.find(id).orElseThrow();
    }

    protected void pass(SessionId id, int seconds) {
        for (int s = 0; s < seconds; s += 5) {
            clock.forward(Duration.ofSeconds(5));
            provider.tick();
            house.desk.renew(id);
            house.tick();
        }
    }

    protected void booksAgree() {
        assertThat(provider.active()).isEmpty();
        long ledger = store.all().stream()
                .flatMap(session -> store.ledger(session.order().sessionId()).stream())
                .filter(e -> e.kind() != LedgerEntry.Kind.QUOTED)
                .mapToLong(LedgerEntry::micros)
                .sum();
        assertThat(ledger).isEqualTo(provider.charged() * 100_000);
    }

    protected Input input(String id) {
        return new Input(id, "Hello?", Origin.REST, null, false, clock.instant(), null);
    }

    protected static final class Guest implements Viewer {
        final List<Told> told = new ArrayList<>();

        @Override
        public void tell(String cursor, Told what) {
            told.add(what);
        }
    }
}
