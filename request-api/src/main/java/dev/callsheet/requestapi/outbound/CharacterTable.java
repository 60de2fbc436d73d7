package dev.callsheet.requestapi.outbound;

import dev.callsheet.contracts.CharacterId;
import dev.callsheet.contracts.Fact;
import dev.callsheet.contracts.Json;
import dev.callsheet.contracts.TenantId;
import dev.callsheet.requestapi.domain.CharacterEntry;
import dev.callsheet.requestapi.domain.CharacterState;
import dev.callsheet.requestapi.domain.Registration;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The rows of characters, inside of a transaction. */
final class CharacterTable {
    /** Also where there is no row yet. */
    private static final String LOCK = "select pg_advisory_xact_lock(hashtextextended(?, 0))";

    private static final String FIND = "select * from characters where id = ?";
    private static final String KEEP = """
            insert into characters (id, tenant, name, version, body_hash, registration, state, code, reason, usable,
                                    warnings, ends_at, sent, created_at, updated_at)
            values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
            on conflict (id) do update set version = excluded.version, body_hash = excluded.body_hash,
                   registration = excluded.registration, state = excluded.state, code = excluded.code,
                   reason = excluded.reason, usable = excluded.usable, warnings = excluded.warnings,
                   ends_at = excluded.ends_at, sent = excluded.sent, updated_at = excluded.updated_at
            """;

    private final Connection connection;

    CharacterTable(Connection connection) {
        this.connection = connection;
    }

    private void lock(CharacterId id) throws SQLException {
        try (PreparedStatement lock = connection.prepareStatement(LOCK)) {
            lock.setString(1, "character " + id);
            lock.executeQuery().close();
        }
    }

    Optional<CharacterEntry> find(CharacterId id) throws SQLException {
        return find(FIND, id);
    }

    /** To be changed: facts about it wait. */
    Optional<CharacterEntry> take(CharacterId id) throws SQLException {
        lock(id);
        return find(FIND + " for update", id);
    }

    private Optional<CharacterEntry> find(String sql, CharacterId id) throws SQLException {
        try (PreparedStatement find = connection.prepareStatement(sql)) {
            find.setObject(1, id.value());
            return entries(find).stream().findFirst();
        }
    }

    void keep(CharacterEntry entry) throws SQLException {
        Registration made = entry.registration();
        try (PreparedStatement keep = connection.prepareStatement(KEEP)) {
            keep.setObject(1, entry.id().value());
            keep.setString(2, entry.tenant().value());
            keep.setString(3, entry.name());
            keep.setInt(4, entry.version());
            keep.setString(5, entry.bodyHash());
            keep.setString(6, made == null ? null : Json.text(made.document()));
            keep.setString(7, entry.state().name());
            keep.setString(8, entry.code());
            keep.setString(9, entry.text());
            keep.setInt(10, entry.usable());
            keep.setString(11, entry.warnings().isEmpty() ? null : Json.text(entry.warnings()));
            keep.setTimestamp(12, entry.endsAt() == null ? null : Timestamp.from(entry.endsAt()));
            keep.setBoolean(13, entry.sent());
            keep.setTimestamp(14, Timestamp.from(entry.createdAt()));
            keep.setTimestamp(15, Timestamp.from(entry.updatedAt()));
            keep.executeUpdate();
        }
    }

    static List<CharacterEntry> entries(PreparedStatement query) throws SQLException {
        List<CharacterEntry> entries = new ArrayList<>();
        try (ResultSet row = query.executeQuery()) {
            while (row.next()) {
                entries.add(entry(row));
            }
        }
        return entries;
    }

    private static CharacterEntry entry(ResultSet row) throws SQLException {
        return new CharacterEntry(
                new TenantId(row.getString("tenant")),
                row.getString("name"),
                row.getInt("version"),
                row.getString("body_hash"),
                registration(row.getString("registration")),
                CharacterState.valueOf(row.getString("state")),
                row.getString("code"),
                row.getString("reason"),
                row.getInt("usable"),
                warnings(row.getString("warnings")),
                moment(row.getTimestamp("ends_at")),
                row.getBoolean("sent"),
                row.getTimestamp("created_at").toInstant(),
                row.getTimestamp("updated_at").toInstant());
    }

    private static @Nullable Registration registration(@Nullable String json) {
        return json == null ? null : new Registration(Json.read(json.getBytes(StandardCharsets.UTF_8)));
    }

    private static List<Fact.ReferenceWarning> warnings(@Nullable String json) {
        return json == null
                ? List.of()
                : List.of(Json.read(json.getBytes(StandardCharsets.UTF_8), Fact.ReferenceWarning[].class));
    }

    private static @Nullable Instant moment(@Nullable Timestamp at) {
        return at == null ? null : at.toInstant();
    }
}
