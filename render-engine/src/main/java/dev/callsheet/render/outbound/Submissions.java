package dev.callsheet.render.outbound;

import com.fasterxml.jackson.databind.JsonNode;
import dev.callsheet.contracts.Json;
import dev.callsheet.contracts.TakeId;
import dev.callsheet.render.domain.Take;
import java.nio.charset.StandardCharsets;
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

        /** All that was changed at the inputs, for people. */
        public List<String> repairs() {
            return inputs.stream().flatMap(input -> input.repairs().stream()).toList();
        }
    }

    private record Inputs(List<PreparedInput> inputs) {}

    /** Keeps what is about to be submitted. */
    public void save(TakeId take, Submission submission) throws SQLException {
        transactions.run(connection -> {
            try (PreparedStatement insert = connection.prepareStatement("""
                    insert into submissions (take_id, payload, inputs) values (?, ?, ?) on conflict do nothing
                    """)) {
                insert.setObject(1, take.value());
                insert.setString(2, Json.text(submission.payload()));
                insert.setString(3, Json.text(new Inputs(submission.inputs())));
                insert.executeUpdate();
            }
            return null;
        });
    }

    public Optional<Submission> find(TakeId take) throws SQLException {
        return select(
                "select payload, inputs from submissions where take_id = ?", query -> query.setObject(1, take.value()));
    }

    /** The submission of a take, if the worker still drives it in the very state that it knows. */
    public Optional<Submission> owned(Take take, String worker) throws SQLException {
        String sql = """
                select payload, inputs from submissions join takes on id = take_id
                where id = ? and owner = ? and step = ?""";
        return select(sql, query -> {
            query.setObject(1, take.id().value());
            query.setString(2, worker);
            query.setInt(3, take.step());
        });
    }

    @FunctionalInterface
    private interface Arguments {
        void set(PreparedStatement query) throws SQLException;
    }

    private Optional<Submission> select(String sql, Arguments arguments) throws SQLException {
        return transactions.run(connection -> {
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
        return transactions.run(connection -> {
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

    private static byte[] bytes(ResultSet row, String column) throws SQLException {
        return row.getString(column).getBytes(StandardCharsets.UTF_8);
    }
}
