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
import dev.callsheet.render.domain.RequestFile;
import dev.callsheet.render.domain.Transition;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What a worker tells, through the outbox of the running transaction. */
record Facts(String source) {

    /** A fact and where in its request's trace it belongs; null for nowhere. */
    record Told(Fact fact, @Nullable String traceparent) {
        static List<Told> of(Transition change) {
            String traceparent = TakeTrace.of(change.take());
            return change.facts().stream()
                    .map(fact -> new Told(fact, traceparent))
                    .toList();
        }

        static List<Told> of(RequestFile file, Fact fact) {
            return List.of(new Told(fact, TakeTrace.of(file)));
        }
    }

    void tell(Connection connection, List<Told> facts, Instant at) throws SQLException {
        Outbox.add(
                connection,
                facts.stream()
                        .map(told -> new Message(
                                Topics.FACTS,
                                told.fact().aggregate().toString(),
                                traced(told.fact().event(source, at), told.traceparent())))
                        .toList());
    }

    private static CloudEvent traced(CloudEvent event, @Nullable String traceparent) {
        return traceparent == null ? event : event.with(CloudEvent.TRACEPARENT, traceparent);
    }

    /** Has a clip measured, as a part of its take. */
    void ask(Connection connection, Work.Scoring scoring, RequestFile file, Instant at) throws SQLException {
        String take = scoring.takeId().toString();
        UUID id = DerivedId.of("scoring", take);
        Outbox.add(
                connection,
                List.of(traced(
                        message(id, scoring.campaign(), scoring.requestId(), Work.Scoring.TYPE, scoring, at),
                        TakeTrace.of(scoring.takeId(), file.traceparent()))));
    }

    private static Message traced(Message message, @Nullable String traceparent) {
        return new Message(message.topic(), message.key(), traced(message.event(), traceparent));
    }

    /** Has a failed take counted. */
    void count(Connection connection, Work.Unmade unmade, RequestFile file, Instant at) throws SQLException {
        UUID id = DerivedId.of("unmade", unmade.takeId().toString());
        Outbox.add(
                connection,
                List.of(traced(
                        message(id, unmade.campaign(), unmade.requestId(), Work.Unmade.TYPE, unmade, at),
                        TakeTrace.of(unmade.takeId(), file.traceparent()))));
    }

    /** Has a person's word counted. */
    void count(Connection connection, Work.Ruled ruled, RequestFile file, Instant at) throws SQLException {
        UUID id = DerivedId.of(
                "ruled", ruled.takeId().toString(), ruled.ruling().at().toString());
        Outbox.add(
                connection,
                List.of(traced(
                        message(id, ruled.campaign(), ruled.requestId(), Work.Ruled.TYPE, ruled, at),
                        TakeTrace.of(file))));
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
