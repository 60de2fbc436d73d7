package dev.callsheet.avatar.live;

import dev.callsheet.avatar.domain.Journals;
import dev.callsheet.avatar.domain.Leg;
import dev.callsheet.avatar.domain.Session;
import dev.callsheet.avatar.domain.SessionOrder;
import dev.callsheet.avatar.domain.SessionStore;
import dev.callsheet.avatar.live.recorder.FlightRecorder;
import dev.callsheet.conversation.turn.Input;
import dev.callsheet.conversation.turn.Origin;
import io.quarkus.arc.All;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** Makes conversations, and has each begin with what it has to begin with. */
@Singleton
class Openings {
    /** The same in every process: said once, whoever takes the session over. */
    private static final String DISCLOSURE = "disclosure";

    private final Map<SessionOrder.Mode, ConversationSource> sources = new EnumMap<>(SessionOrder.Mode.class);
    private final SessionStore store;
    private final Journals journals;
    private final FlightRecorder recorder;
    private final Lines lines;
    private final Clock clock;

    Openings(
            @All List<ConversationSource> sources,
            SessionStore store,
            Journals journals,
            FlightRecorder recorder,
            Lines lines,
            Clock clock) {
        sources.forEach(source -> this.sources.put(source.mode(), source));
        this.store = store;
        this.journals = journals;
        this.recorder = recorder;
        this.lines = lines;
        this.clock = clock;
    }

    /** A conversation over this leg. */
    Running open(Session session, Leg.Live leg) {
        var order = session.order();
        var source = Objects.requireNonNull(sources.get(order.mode()), "no conversations in this mode");
        var parent = store.origin(order.sessionId())
                .map(SessionStore.Origin::traceparent)
                .orElse(null);
        var journal = new RecordedJournal(journals.journal(order, parent), recorder, order, parent);
        var opened = new Running(order, source.open(order, journal), leg);
        lines.begin(opened, leg);
        opened.disclosed.set(session.legs().seenBefore(leg.number()));
        if (order.alwaysOn()) {
            disclose(opened);
        }
        return opened;
    }

    /** Says once that the person is a machine, if the session is to say it: before anybody is answered. */
    void disclose(Running here) {
        var disclosure = here.order().disclosure();
        if (disclosure.spoken() && !here.isOver() && here.disclosed.compareAndSet(false, true)) {
            here.conversation()
                    .say(new Input(DISCLOSURE, disclosure.text(), Origin.SYSTEM, null, true, clock.instant(), null));
        }
    }
}
