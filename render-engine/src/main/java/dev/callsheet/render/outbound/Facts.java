package dev.callsheet.render.outbound;

import dev.callsheet.contracts.CloudEvent;
import dev.callsheet.contracts.DerivedId;
import dev.callsheet.contracts.Fact;
import dev.callsheet.contracts.Json;
import dev.callsheet.contracts.RequestId;
import dev.callsheet.contracts.Topics;
import dev.callsheet.contracts.Work;
import dev.callsheet.corridor.Outbox;
import dev.callsheet.corridor.Outbox.Message;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What a worker tells, through the outbox of the running transaction. */
record Facts(String source) {

    void tell(Connection connection, List<Fact> facts, Instant at) throws SQLException {
        Outbox.add(
                connection,
                facts.stream()
                        .map(fact -> new Message(Topics.FACTS, fact.aggregate().toString(), fact.event(source, at)))
                        .toList());
    }

    /** Has a clip measured. */
    void ask(Connection connection, Work.Scoring scoring, Instant at) throws SQLException {
        String take = scoring.takeId().toString();
        UUID id = DerivedId.of("scoring", take);
        Outbox.add(
                connection,
                List.of(message(id, scoring.campaign(), scoring.requestId(), Work.Scoring.TYPE, scoring, at)));
    }

    /** Has a failed take counted. */
    void count(Connection connection, Work.Unmade unmade, Instant at) throws SQLException {
        UUID id = DerivedId.of("unmade", unmade.takeId().toString());
        Outbox.add(
                connection, List.of(message(id, unmade.campaign(), unmade.requestId(), Work.Unmade.TYPE, unmade, at)));
    }

    /** Has a person's word counted. */
    void count(Connection connection, Work.Ruled ruled, Instant at) throws SQLException {
        UUID id = DerivedId.of(
                "ruled", ruled.takeId().toString(), ruled.ruling().at().toString());
        Outbox.add(connection, List.of(message(id, ruled.campaign(), ruled.requestId(), Work.Ruled.TYPE, ruled, at)));
    }

    /** To the scorer: what is of one campaign stays in order. */
    private Message message(UUID id, @Nullable String campaign, RequestId request, String type, Work work, Instant at) {
        String key = campaign == null ? request.toString() : campaign;
        return new Message(
                Topics.WORK_SCORING,
                key,
                new CloudEvent(id.toString(), source, type, request.toString(), at, Map.of(), Json.write(work)));
    }
}
