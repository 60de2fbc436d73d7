package dev.callsheet.requestapi.outbound;

import dev.callsheet.contracts.Json;
import dev.callsheet.contracts.TenantId;
import dev.callsheet.requestapi.domain.State;
import dev.callsheet.requestapi.domain.Trial;
import dev.callsheet.requestapi.domain.TrialDesign;
import dev.callsheet.requestapi.domain.TrialOutcome;
import dev.callsheet.requestapi.domain.TrialResult;
import jakarta.enterprise.context.ApplicationScoped;
import java.nio.charset.StandardCharsets;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Confirmed trials. Their requests are the rows of their batches. Thread-safe. */
@ApplicationScoped
public class Trials {
    private static final String OPEN = """
            insert into trials (id, tenant, campaign, batch_id, design, created_at) values (?, ?, ?, ?, ?, ?)
            on conflict do nothing
            """;
    private static final String FIND = "select * from trials where tenant = ? and campaign = ? and id = ?";
    private static final String NEWEST =
            "select * from trials where tenant = ? and campaign = ? order by created_at desc, id limit ?";
    private static final String OUTCOMES = """
            select b.request_id, coalesce(r.state, 'accepted') as state, r.verdict
            from batch_rows b left join requests r on r.id = b.request_id
            where b.batch_id = ? order by b.number
            """;

    private final Transactions transactions;

    Trials(Transactions transactions) {
        this.transactions = transactions;
    }

    /** Writes it down; again is harmless. */
    public void open(Trial trial) {
        transactions.run(connection -> {
            try (PreparedStatement open = connection.prepareStatement(OPEN)) {
                open.setObject(1, trial.id());
                open.setString(2, trial.tenant().value());
                open.setString(3, trial.campaign());
                open.setObject(4, trial.batchId());
                open.setString(5, Json.text(trial.design()));
                open.setTimestamp(6, Timestamp.from(trial.createdAt()));
                return open.executeUpdate();
            }
        });
    }

    public Optional<Trial> find(TenantId tenant, String campaign, UUID id) {
        return transactions.run(connection -> {
            try (PreparedStatement find = connection.prepareStatement(FIND)) {
                find.setString(1, tenant.value());
                find.setString(2, campaign);
                find.setObject(3, id);
                return trials(find).stream().findFirst();
            }
        });
    }

    public List<Trial> newest(TenantId tenant, String campaign, int limit) {
        return transactions.run(connection -> {
            try (PreparedStatement newest = connection.prepareStatement(NEWEST)) {
                newest.setString(1, tenant.value());
                newest.setString(2, campaign);
                newest.setInt(3, limit);
                return trials(newest);
            }
        });
    }

    /** What became of its pairs so far, in their order. */
    public List<TrialResult.Pair> outcomes(Trial trial) {
        return transactions.run(connection -> {
            try (PreparedStatement query = connection.prepareStatement(OUTCOMES)) {
                query.setObject(1, trial.batchId());
                List<TrialOutcome> rows = new ArrayList<>();
                try (ResultSet row = query.executeQuery()) {
                    while (row.next()) {
                        rows.add(outcome(row));
                    }
                }
                List<TrialResult.Pair> pairs = new ArrayList<>();
                for (int i = 0; i + 1 < rows.size(); i += 2) {
                    pairs.add(new TrialResult.Pair(rows.get(i), rows.get(i + 1)));
                }
                return pairs;
            }
        });
    }

    private static TrialOutcome outcome(ResultSet row) throws SQLException {
        return row.getObject("request_id") == null
                ? TrialOutcome.REFUSED
                : TrialOutcome.of(State.named(row.getString("state")).orElse(State.ACCEPTED), row.getString("verdict"));
    }

    private static List<Trial> trials(PreparedStatement query) throws SQLException {
        List<Trial> trials = new ArrayList<>();
        try (ResultSet row = query.executeQuery()) {
            while (row.next()) {
                trials.add(new Trial(
                        row.getObject("id", UUID.class),
                        new TenantId(row.getString("tenant")),
                        row.getString("campaign"),
                        row.getObject("batch_id", UUID.class),
                        Json.read(row.getString("design").getBytes(StandardCharsets.UTF_8), TrialDesign.class),
                        row.getTimestamp("created_at").toInstant()));
            }
        }
        return trials;
    }
}
