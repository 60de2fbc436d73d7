package dev.callsheet.render.outbound;

import dev.callsheet.contracts.RequestId;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What operators may ask for. */
public final class Reports {
    /** Lines from before changes were numbered stand with the change before them. */
    private static final String MONEY = """
            select kind, micros,
                   coalesce(step, (select max(s.step) from steps s where s.take_id = l.take_id and s.at <= l.at)) step
            from ledger l where request_id = ? and take_id = ? order by seq
            """;

    private final Transactions transactions;

    public Reports(Transactions transactions) {
        this.transactions = transactions;
    }

    /** One line of the ledger. */
    public record Line(UUID takeId, String kind, long micros, Instant at) {}

    /**
     * All lines of a request, oldest first, and their sums; open is committed and neither settled nor released.
     *
     * @param state of the request: open, completed, failed or cancelled; null if this worker does not know it
     */
    public record Account(
            RequestId requestId,
            @Nullable String state,
            List<Line> entries,
            long quotedMicros,
            long committedMicros,
            long settledMicros,
            long releasedMicros,
            long openMicros) {}

    /** Money that moved with a change. */
    public record Money(String kind, long micros) {}

    /** One change of a take. @param providerId the job that became the take's with it; null for none */
    public record Step(
            int step,
            String state,
            String cause,
            Instant at,
            @Nullable String providerId,
            List<Money> money) {}

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
            List<String> states = Sql.list(
                    connection, "select state from requests where id = ?", row -> row.getString(1), request.value());
            long committed = sum(lines, "committed");
            long settled = sum(lines, "settled");
            long released = sum(lines, "released");
            return new Account(
                    request,
                    states.isEmpty() ? null : states.getFirst(),
                    lines,
                    sum(lines, "quoted"),
                    committed,
                    settled,
                    released,
                    committed - settled - released);
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
                        List<String> jobs =
                                List.of((String[]) row.getArray("jobs").getArray());
                        stories.add(new Story(
                                take,
                                row.getInt("attempt"),
                                row.getString("state"),
                                row.getString("model"),
                                row.getString("owner"),
                                seed == null ? null : Long.valueOf(seed),
                                jobs,
                                row.getLong("quoted_micros"),
                                row.getString("traceparent"),
                                steps(connection, request, take, jobs)));
                    }
                }
            }
            return stories;
        });
    }

    private static List<Step> steps(Connection connection, RequestId request, UUID take, List<String> jobs)
            throws SQLException {
        Map<Integer, List<Money>> money = new HashMap<>();
        Sql.list(
                connection,
                MONEY,
                row -> {
                    money.computeIfAbsent(row.getInt("step"), _ -> new ArrayList<>())
                            .add(new Money(row.getString("kind"), row.getLong("micros")));
                    return row;
                },
                request.value(),
                take);
        Iterator<String> accepted = jobs.iterator();
        List<Step> steps = new ArrayList<>();
        Sql.list(
                connection,
                "select step, state, cause, at from steps where take_id = ? order by step",
                row -> {
                    String before = steps.isEmpty() ? "" : steps.getLast().state();
                    String state = row.getString("state");
                    // Only from these two is a job's id learnt.
                    boolean learnt =
                            state.equals("rendering") && (before.equals("submitting") || before.equals("unsure"));
                    return steps.add(new Step(
                            row.getInt("step"),
                            state,
                            row.getString("cause"),
                            TakeRow.time(row, "at"),
                            learnt && accepted.hasNext() ? accepted.next() : null,
                            money.getOrDefault(row.getInt("step"), List.of())));
                },
                take);
        return steps;
    }
}
