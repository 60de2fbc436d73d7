package dev.callsheet.render.outbound;

import dev.callsheet.contracts.CloudEvent;
import dev.callsheet.contracts.DerivedId;
import dev.callsheet.contracts.Fact;
import dev.callsheet.contracts.Json;
import dev.callsheet.contracts.Topics;
import dev.callsheet.contracts.Work;
import dev.callsheet.corridor.Outbox;
import dev.callsheet.corridor.Outbox.Message;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Map;

/** What a worker tells, through the outbox of the running transaction. */
record Facts(String source) {

    void tell(Connection connection, List<Fact> facts, Instant at) throws SQLException {
        Outbox.add(
                connection,
                facts.stream()
                        .map(fact -> new Message(Topics.FACTS, fact.aggregate().toString(), fact.event(source, at)))
                        .toList());
    }

    void ask(Connection connection, Work.Scoring scoring, Instant at) throws SQLException {
        String key = scoring.campaign() == null ? scoring.requestId().toString() : scoring.campaign();
        String id = DerivedId.of("scoring", scoring.takeId().toString()).toString();
        CloudEvent event = new CloudEvent(
                id, source, Work.Scoring.TYPE, scoring.requestId().toString(), at, Map.of(), Json.write(scoring));
        Outbox.add(connection, List.of(new Message(Topics.WORK_SCORING, key, event)));
    }
}
