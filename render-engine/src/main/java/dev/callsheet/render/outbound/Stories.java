package dev.callsheet.render.outbound;

import dev.callsheet.render.domain.LedgerEntry;
import dev.callsheet.render.domain.Take;
import dev.callsheet.render.domain.Transition;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;

/** What is only ever added: the takes' steps and the ledger's lines, inside of a transaction. */
final class Stories {
    private static final String STEPS = """
            insert into steps (take_id, step, state, cause, at)
            select n.*, ? from unnest(?::text[]::uuid[], ?::text[]::int[], ?::text[], ?::text[]) n
            """;
    private static final String LEDGER = """
            insert into ledger (take_id, request_id, tenant, campaign, kind, micros, step, at)
            select n.*, ? from unnest(?::text[]::uuid[], ?::text[]::uuid[], ?::text[], ?::text[], ?::text[], ?::text[]::bigint[],
                                      ?::text[]::int[]) n
            """;

    private Stories() {}

    private record Line(Take take, LedgerEntry entry) {}

    static void insert(Connection connection, List<Transition> changes, Instant at) throws SQLException {
        java.sql.Timestamp time = java.sql.Timestamp.from(at);
        try (PreparedStatement steps = connection.prepareStatement(STEPS)) {
            steps.setTimestamp(1, time);
            steps.setArray(
                    2,
                    Columns.texts(connection, changes, change -> change.take().id()));
            steps.setArray(
                    3,
                    Columns.texts(connection, changes, change -> change.take().step()));
            steps.setArray(
                    4,
                    Columns.texts(
                            connection, changes, change -> change.take().state().word()));
            steps.setArray(5, Columns.texts(connection, changes, Transition::cause));
            steps.executeUpdate();
        }
        List<Line> lines = changes.stream()
                .flatMap(change -> change.entries().stream().map(entry -> new Line(change.take(), entry)))
                .toList();
        if (lines.isEmpty()) {
            return;
        }
        try (PreparedStatement ledger = connection.prepareStatement(LEDGER)) {
            ledger.setTimestamp(1, time);
            ledger.setArray(
                    2, Columns.texts(connection, lines, line -> line.take().id()));
            ledger.setArray(
                    3, Columns.texts(connection, lines, line -> line.take().requestId()));
            ledger.setArray(
                    4, Columns.texts(connection, lines, line -> line.take().tenant()));
            ledger.setArray(
                    5, Columns.texts(connection, lines, line -> line.take().campaign()));
            ledger.setArray(
                    6,
                    Columns.texts(connection, lines, line -> line.entry().kind().word()));
            ledger.setArray(
                    7, Columns.texts(connection, lines, line -> line.entry().micros()));
            ledger.setArray(
                    8, Columns.texts(connection, lines, line -> line.take().step()));
            ledger.executeUpdate();
        }
    }
}
