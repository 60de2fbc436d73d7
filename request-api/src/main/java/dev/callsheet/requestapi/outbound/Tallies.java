package dev.callsheet.requestapi.outbound;

import dev.callsheet.requestapi.domain.Ledger;
import dev.callsheet.requestapi.domain.State;
import dev.callsheet.requestapi.domain.Tally;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Array;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Collection;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.SequencedMap;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Counts the requests of batches where they lie: nothing is loaded but sums. Thread-safe. */
@ApplicationScoped
public class Tallies {
    /** Money and forecasts are of children's children too; states are of the rows. */
    private static final String COUNT = """
            with recursive member (batch_id, request_id, direct) as (
                select batch_id, request_id, true from batch_rows where batch_id = any (?)
                union all
                select m.batch_id, b.request_id, false
                from member m join batch_rows b on b.batch_id = m.request_id)
            select m.batch_id, case when m.request_id is null then 'refused' else coalesce(r.state, 'accepted') end as state,
                   count(*) filter (where m.direct) as n, count(r.likely_at) filter (where m.direct) as foretold,
                   coalesce(sum(r.quoted_micros), 0) as quoted, coalesce(sum(r.committed_micros), 0) as committed,
                   coalesce(sum(r.settled_micros), 0) as settled, coalesce(sum(r.released_micros), 0) as released,
                   max(r.likely_at) as likely_at, max(r.latest_at) as latest_at, min(r.updated_at) as first_at
            from member m left join requests r on r.id = m.request_id
            group by 1, 2
            """;

    private static final String REASONS = """
            select code, count(*) as n
            from batch_rows b left join requests r on r.id = b.request_id,
                 unnest(string_to_array(coalesce(b.codes, r.reason), ' ')) as code
            where b.batch_id = ? group by code order by n desc, code limit 100
            """;

    private final Transactions transactions;

    Tallies(Transactions transactions) {
        this.transactions = transactions;
    }

    /** One for each batch that has a row. */
    public Map<UUID, Tally> of(Collection<UUID> batches) {
        return transactions.run(connection -> {
            Array ids = connection.createArrayOf("uuid", batches.toArray());
            Map<UUID, Sum> sums = new HashMap<>();
            try (PreparedStatement count = connection.prepareStatement(COUNT)) {
                count.setArray(1, ids);
                try (ResultSet row = count.executeQuery()) {
                    while (row.next()) {
                        sums.computeIfAbsent(row.getObject("batch_id", UUID.class), _ -> new Sum())
                                .add(row);
                    }
                }
            }
            Map<UUID, Tally> tallies = new HashMap<>();
            sums.forEach((id, sum) -> tallies.put(id, sum.tally()));
            return tallies;
        });
    }

    /** How many have no result for which reason, the most frequent first; one may count under several. */
    public SequencedMap<String, Integer> reasons(UUID batch) {
        return transactions.run(connection -> reasons(connection, batch));
    }

    private static SequencedMap<String, Integer> reasons(Connection connection, UUID batch) throws SQLException {
        try (PreparedStatement count = connection.prepareStatement(REASONS)) {
            count.setObject(1, batch);
            SequencedMap<String, Integer> reasons = new LinkedHashMap<>();
            try (ResultSet row = count.executeQuery()) {
                while (row.next()) {
                    reasons.put(row.getString("code"), row.getInt("n"));
                }
            }
            return reasons;
        }
    }

    /** Row by row of the counts. */
    private static final class Sum {
        private final Map<State, Integer> states = new EnumMap<>(State.class);
        private int refused;
        private int foretold;
        private long quoted;
        private long committed;
        private long settled;
        private long released;
        private @Nullable Instant likelyAt;
        private @Nullable Instant latestAt;
        private @Nullable Instant firstEnd;

        void add(ResultSet row) throws SQLException {
            int n = row.getInt("n");
            State state = State.named(row.getString("state")).orElse(null);
            if (state == null) {
                refused += n;
                return;
            }
            states.merge(state, n, Integer::sum);
            foretold += row.getInt("foretold");
            quoted += row.getLong("quoted");
            committed += row.getLong("committed");
            settled += row.getLong("settled");
            released += row.getLong("released");
            likelyAt = later(likelyAt, BatchTable.moment(row.getTimestamp("likely_at")));
            latestAt = later(latestAt, BatchTable.moment(row.getTimestamp("latest_at")));
            Instant first = BatchTable.moment(row.getTimestamp("first_at"));
            if (state.isFinal() && first != null && (firstEnd == null || first.isBefore(firstEnd))) {
                firstEnd = first;
            }
        }

        Tally tally() {
            return new Tally(
                    refused,
                    states,
                    new Ledger(quoted, committed, settled, released),
                    foretold,
                    likelyAt,
                    latestAt,
                    firstEnd);
        }

        private static @Nullable Instant later(@Nullable Instant one, @Nullable Instant other) {
            return one == null || other != null && other.isAfter(one) ? other : one;
        }
    }
}
