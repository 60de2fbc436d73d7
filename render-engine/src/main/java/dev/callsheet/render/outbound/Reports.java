package dev.callsheet.render.outbound;

import dev.callsheet.contracts.RequestId;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What operators may ask for. */
public final class Reports {
    private final Transactions transactions;

    public Reports(Transactions transactions) {
        this.transactions = transactions;
    }

    /** One line of the ledger. */
    public record Line(UUID takeId, String kind, long micros, Instant at) {}

    /** All lines of a request, oldest first, and their sums; open is committed and neither settled nor released. */
    public record Account(
            RequestId requestId,
            List<Line> entries,
            long quotedMicros,
            long committedMicros,
            long settledMicros,
            long releasedMicros,
            long openMicros) {}

    /** One change of a take. */
    public record Step(String state, String cause, Instant at) {}

    /** A take with its story. */
    public record Story(
            UUID takeId,
            int attempt,
            String state,
            String model,
            @Nullable String owner,
            @Nullable Long seed,
            List<String> providerIds,
            long quotedMicros,
            @Nullable String traceparent,
            List<Step> steps) {}

    public Account account(RequestId request) throws SQLException {
        return transactions.run(connection -> {
            List<Line> lines = new ArrayList<>();
            try (PreparedStatement query = connection.prepareStatement(
                    "select take_id, kind, micros, at from ledger where request_id = ? order by seq")) {
                query.setObject(1, request.value());
                try (ResultSet row = query.executeQuery()) {
                    while (row.next()) {
                        lines.add(new Line(
                                row.getObject(1, UUID.class),
                                row.getString(2),
                                row.getLong(3),
                                TakeRow.time(row, "at")));
                    }
                }
            }
            long committed = sum(lines, "committed");
            long settled = sum(lines, "settled");
            long released = sum(lines, "released");
            return new Account(
                    request, lines, sum(lines, "quoted"), committed, settled, released, committed - settled - released);
        });
    }

    private static long sum(List<Line> lines, String kind) {
        return lines.stream()
                .filter(line -> line.kind().equals(kind))
                .mapToLong(Line::micros)
                .sum();
    }

    /** The takes of a request, first to last; empty if it is unknown. */
    public List<Story> takes(RequestId request) throws SQLException {
        return transactions.run(connection -> {
            List<Story> stories = new ArrayList<>();
            try (PreparedStatement query = connection.prepareStatement("""
                    select id, attempt, state, model, owner, quoted_micros, traceparent,
                           (select payload::json ->> 'seed' from submissions where take_id = id) seed,
                           array(select provider_id from provider_jobs j where j.take_id = takes.id order by j.at) jobs
                    from takes where request_id = ? order by attempt
                    """)) {
                query.setObject(1, request.value());
                try (ResultSet row = query.executeQuery()) {
                    while (row.next()) {
                        UUID take = row.getObject("id", UUID.class);
                        String seed = row.getString("seed");
                        stories.add(new Story(
                                take,
                                row.getInt("attempt"),
                                row.getString("state"),
                                row.getString("model"),
                                row.getString("owner"),
                                seed == null ? null : Long.valueOf(seed),
                                List.of((String[]) row.getArray("jobs").getArray()),
                                row.getLong("quoted_micros"),
                                row.getString("traceparent"),
                                steps(connection, take)));
                    }
                }
            }
            return stories;
        });
    }

    private static List<Step> steps(Connection connection, UUID take) throws SQLException {
        List<Step> steps = new ArrayList<>();
        try (PreparedStatement query =
                connection.prepareStatement("select state, cause, at from steps where take_id = ? order by step")) {
            query.setObject(1, take);
            try (ResultSet row = query.executeQuery()) {
                while (row.next()) {
                    steps.add(new Step(row.getString(1), row.getString(2), TakeRow.time(row, "at")));
                }
            }
        }
        return steps;
    }
}
