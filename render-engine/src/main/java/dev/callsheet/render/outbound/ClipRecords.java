package dev.callsheet.render.outbound;

import com.fasterxml.jackson.databind.JsonNode;
import dev.callsheet.contracts.Fact;
import dev.callsheet.contracts.Json;
import dev.callsheet.contracts.Ruling;
import dev.callsheet.contracts.TakeId;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What the tables say of clips that should be stored. */
public final class ClipRecords {
    private static final String SELECT = """
            select t.id, t.request_id, t.tenant, t.attempt, t.model, t.state, t.quoted_micros, t.outcome, t.score, p.payload,
                   exists (select from manifest_notes n where n.take_id = t.id) unwritten,
                   ruled.word, ruled.by, ruled.reason, ruled.ruled_at,
                   (select provider_id from provider_jobs j where j.take_id = t.id order by j.at desc limit 1) provider_id,
                   (select count(*) from ledger l
                    where l.request_id = t.request_id and l.take_id = t.id and kind = 'settled') settlements,
                   coalesce((select sum(micros) from ledger l
                             where l.request_id = t.request_id and l.take_id = t.id and kind = 'settled'), 0) settled
            from takes t left join submissions p on p.take_id = t.id
            """ + RulingRows.LAST;

    private final Transactions transactions;

    public ClipRecords(Transactions transactions) {
        this.transactions = transactions;
    }

    /**
     * @param clip null for a take that has not finished
     * @param seed null if nothing was submitted, like the prompt's hash
     * @param score null as long as nothing was measured
     * @param ruling a person's last word on the clip; null if nobody has ruled
     * @param unwritten whether score or ruling are still to be put into the manifest
     */
    record ClipRecord(
            UUID takeId,
            UUID requestId,
            String tenant,
            int attempt,
            String model,
            String state,
            @Nullable String providerId,
            @Nullable Long seed,
            @Nullable String promptSha256,
            Fact.@Nullable Clip clip,
            long quotedMicros,
            int settlements,
            long settledMicros,
            Fact.@Nullable Score score,
            @Nullable Ruling ruling,
            boolean unwritten) {}

    /** Of one take, inside of a transaction. */
    static Optional<ClipRecord> find(Connection connection, TakeId take) throws SQLException {
        return Sql.list(connection, SELECT + "where t.id = ?", ClipRecords::read, take.value()).stream()
                .findFirst();
    }

    /** Of all takes of a request, first to last, or of the one take of that id. */
    List<ClipRecord> find(UUID id) throws SQLException {
        return transactions.run(connection -> {
            List<ClipRecord> takes =
                    Sql.list(connection, SELECT + "where t.request_id = ? order by t.attempt", ClipRecords::read, id);
            return takes.isEmpty() ? Sql.list(connection, SELECT + "where t.id = ?", ClipRecords::read, id) : takes;
        });
    }

    private static ClipRecord read(ResultSet row) throws SQLException {
        String payload = row.getString("payload");
        JsonNode submitted = payload == null ? null : Json.read(payload.getBytes(StandardCharsets.UTF_8));
        String state = row.getString("state");
        String outcome = row.getString("outcome");
        String score = row.getString("score");
        return new ClipRecord(
                row.getObject("id", UUID.class),
                row.getObject("request_id", UUID.class),
                row.getString("tenant"),
                row.getInt("attempt"),
                row.getString("model"),
                state,
                row.getString("provider_id"),
                submitted == null ? null : submitted.path("seed").asLong(),
                submitted == null
                        ? null
                        : Json.sha256(submitted.path("prompt").asText("").getBytes(StandardCharsets.UTF_8)),
                state.equals("finished") && outcome != null
                        ? Json.read(outcome.getBytes(StandardCharsets.UTF_8), Fact.Clip.class)
                        : null,
                row.getLong("quoted_micros"),
                row.getInt("settlements"),
                row.getLong("settled"),
                score == null ? null : Json.read(score.getBytes(StandardCharsets.UTF_8), Fact.Score.class),
                RulingRows.read(row),
                row.getBoolean("unwritten"));
    }
}
