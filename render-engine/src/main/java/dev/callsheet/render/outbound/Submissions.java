package dev.callsheet.render.outbound;

import com.fasterxml.jackson.databind.JsonNode;
import dev.callsheet.contracts.Json;
import dev.callsheet.contracts.TakeId;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** What is submitted for each take, and which jobs at the provider are accounted for. */
public final class Submissions {
    private final Transactions transactions;

    public Submissions(Transactions transactions) {
        this.transactions = transactions;
    }

    /** A payload with the inputs it was made from. */
    public record Submission(JsonNode payload, List<PreparedInput> inputs) {
        public Submission {
            inputs = List.copyOf(inputs);
        }

        /** With the take that it is of. */
        record Of(TakeId take, Submission submission) {}

        /** All that was changed at the inputs, for people. */
        public List<String> repairs() {
            return inputs.stream().flatMap(input -> input.repairs().stream()).toList();
        }
    }

    private record Inputs(List<PreparedInput> inputs) {}

    /** Keeps what is about to be submitted, inside of a transaction; what a take was given before stays. */
    static void insert(Connection connection, List<Submission.Of> submissions) throws SQLException {
        if (submissions.isEmpty()) {
            return;
        }
        try (PreparedStatement insert = connection.prepareStatement("""
                insert into submissions (take_id, payload, inputs)
                select * from unnest(?::text[]::uuid[], ?::text[], ?::text[]) on conflict do nothing
                """)) {
            insert.setArray(1, Columns.texts(connection, submissions, Submission.Of::take));
            insert.setArray(
                    2,
                    Columns.texts(
                            connection,
                            submissions,
                            one -> Json.text(one.submission().payload())));
            insert.setArray(
                    3,
                    Columns.texts(
                            connection,
                            submissions,
                            one -> Json.text(new Inputs(one.submission().inputs()))));
            insert.executeUpdate();
        }
    }

    public Optional<Submission> find(TakeId take) throws SQLException {
        return select(
                "select payload, inputs from submissions where take_id = ?", query -> query.setObject(1, take.value()));
    }

    @FunctionalInterface
    private interface Arguments {
        void set(PreparedStatement query) throws SQLException;
    }

    private Optional<Submission> select(String sql, Arguments arguments) throws SQLException {
        return transactions.read(connection -> {
            try (PreparedStatement query = connection.prepareStatement(sql)) {
                arguments.set(query);
                try (ResultSet row = query.executeQuery()) {
                    return row.next()
                            ? Optional.of(new Submission(
                                    Json.read(bytes(row, "payload")),
                                    Json.read(bytes(row, "inputs"), Inputs.class)
                                            .inputs()))
                            : Optional.empty();
                }
            }
        });
    }

    /** Those of the jobs that are takes' already. */
    public Set<String> known(List<String> providerIds) throws SQLException {
        return transactions.read(connection -> {
            Set<String> known = new HashSet<>();
            try (PreparedStatement query =
                    connection.prepareStatement("select provider_id from provider_jobs where provider_id = any (?)")) {
                query.setArray(1, connection.createArrayOf("text", providerIds.toArray()));
                try (ResultSet row = query.executeQuery()) {
                    while (row.next()) {
                        known.add(row.getString(1));
                    }
                }
            }
            return known;
        });
    }

    /** How many jobs of a model the provider has accepted from us. */
    public long accepted(String model) throws SQLException {
        return transactions.read(connection -> {
            try (PreparedStatement query = connection.prepareStatement(
                    "select count(*) from provider_jobs j join takes t on t.id = j.take_id where t.model = ?")) {
                query.setString(1, model);
                try (ResultSet row = query.executeQuery()) {
                    row.next();
                    return row.getLong(1);
                }
            }
        });
    }

    private static byte[] bytes(ResultSet row, String column) throws SQLException {
        return row.getString(column).getBytes(StandardCharsets.UTF_8);
    }
}
