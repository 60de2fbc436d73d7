package dev.callsheet.requestapi.outbound;

import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * The rows of a batch with what has become of each, some at a time: neither all in memory, nor a connection held for as
 * long as a slow reader takes. Thread-safe.
 */
@ApplicationScoped
public class BatchResults {
    private static final int AT_ONCE = 500;
    private static final String RESULTS = """
            select b.number, coalesce(b.name, r.name) as name, b.request_id, b.errors, b.notes,
                   case when b.request_id is null then 'refused' else coalesce(r.state, 'accepted') end as state,
                   coalesce(b.codes, r.reason) as reason, r.clip_uri, r.clip_seconds,
                   coalesce(r.settled_micros, 0) + coalesce((
                       select sum(c.settled_micros) from batch_rows f join requests c on c.id = f.request_id
                       where f.batch_id = b.request_id), 0) as settled
            from batch_rows b left join requests r on r.id = b.request_id
            where b.batch_id = ? and b.number > ? order by b.number limit ?
            """;

    private final Transactions transactions;

    BatchResults(Transactions transactions) {
        this.transactions = transactions;
    }

    /**
     * One row.
     *
     * @param reason codes of why there is no clip
     * @param errors JSON: why it was refused
     * @param notes JSON: what had no place in a request
     * @param seconds length of the clip
     * @param settledMicros what was paid for it, in micros of US dollars
     */
    public record Result(
            int number,
            @Nullable String name,
            @Nullable UUID requestId,
            String state,
            @Nullable String reason,
            @Nullable String errors,
            @Nullable String notes,
            @Nullable String clipUri,
            @Nullable Double seconds,
            long settledMicros) {}

    /** Who gets the rows, in their order. */
    @FunctionalInterface
    public interface Reader {
        void row(Result result) throws IOException;
    }

    /** Each row as it stands when its turn comes. */
    public void each(UUID batch, Reader reader) throws IOException {
        int after = 0;
        List<Result> some;
        do {
            some = page(batch, after);
            for (Result result : some) {
                reader.row(result);
                after = result.number();
            }
        } while (some.size() == AT_ONCE);
    }

    private List<Result> page(UUID batch, int after) {
        return transactions.run(connection -> {
            try (PreparedStatement query = connection.prepareStatement(RESULTS)) {
                query.setObject(1, batch);
                query.setInt(2, after);
                query.setInt(3, AT_ONCE);
                List<Result> results = new ArrayList<>(AT_ONCE);
                try (ResultSet row = query.executeQuery()) {
                    while (row.next()) {
                        results.add(read(row));
                    }
                }
                return results;
            }
        });
    }

    private static Result read(ResultSet row) throws SQLException {
        double seconds = row.getDouble("clip_seconds");
        return new Result(
                row.getInt("number"),
                row.getString("name"),
                row.getObject("request_id", UUID.class),
                row.getString("state"),
                row.getString("reason"),
                row.getString("errors"),
                row.getString("notes"),
                row.getString("clip_uri"),
                seconds == 0 ? null : seconds,
                row.getLong("settled"));
    }
}
