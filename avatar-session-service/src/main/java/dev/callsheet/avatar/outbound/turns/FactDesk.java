package dev.callsheet.avatar.outbound.turns;

import dev.callsheet.contracts.CloudEvent;
import dev.callsheet.contracts.Fact;
import dev.callsheet.contracts.Topics;
import dev.callsheet.corridor.Outbox;
import dev.callsheet.corridor.OutboxRelay;
import dev.callsheet.corridor.Traces;
import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Facts about turns, by the outbox. */
@Singleton
class FactDesk {
    private static final String SOURCE = "/avatar-session-service";

    private final OutboxRelay relay;
    private final Clock clock;

    FactDesk(OutboxRelay relay, Clock clock) {
        this.relay = relay;
        this.clock = clock;
    }

    /** Adds it to the connection's transaction. The current span, if there is one, is nearer than the session's own. */
    void add(Connection connection, Fact fact, @Nullable String traceparent) throws SQLException {
        CloudEvent event = fact.event(SOURCE, clock.instant());
        boolean orphan = Traces.current() == null && traceparent != null;
        var traced = orphan ? event.with(CloudEvent.TRACEPARENT, traceparent) : event;
        Outbox.add(
                connection,
                List.of(new Outbox.Message(Topics.FACTS, fact.aggregate().toString(), traced)));
    }

    /** The transaction is over. */
    void wake() {
        relay.wake();
    }
}
