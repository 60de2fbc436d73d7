package dev.callsheet.requestapi.outbound;

import dev.callsheet.contracts.TenantId;
import dev.callsheet.media.MediaFacts;
import dev.callsheet.media.MediaFormat;
import dev.callsheet.requestapi.domain.MediaEntry;
import dev.callsheet.requestapi.domain.MediaEntry.State;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/** The media of all tenants, one row each. Thread-safe. */
@ApplicationScoped
public class MediaTable {
    private static final String KEEP = """
            insert into media (id, tenant, name, type, bytes, sha256, state, code, reason, width, height, alpha, sound,
                seconds, stored_bytes, stored_sha256, expires_at)
            values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
            on conflict (id) do update set
                (name, type, bytes, state, code, reason, width, height, alpha, sound, seconds, stored_bytes, stored_sha256, expires_at)
                = (excluded.name, excluded.type, excluded.bytes, excluded.state, excluded.code, excluded.reason, excluded.width,
                   excluded.height, excluded.alpha, excluded.sound, excluded.seconds, excluded.stored_bytes,
                   excluded.stored_sha256, excluded.expires_at)
                where media.state <> 'READY'
            """;

    private final DataSource dataSource;

    MediaTable(DataSource dataSource) {
        this.dataSource = dataSource;
    }

    /** Keeps an entry; one that is ready stays as it is. */
    public void keep(MediaEntry entry) {
        MediaEntry.Stored stored = entry.stored();
        MediaFacts facts = stored == null ? null : stored.facts();
        MediaEntry.Refusal refusal = entry.refusal();
        run(KEEP, statement -> {
            Object[] values = {
                entry.id(),
                entry.tenant().value(),
                entry.name(),
                entry.format().type(),
                entry.bytes(),
                entry.sha256(),
                entry.state().name(),
                refusal == null ? null : refusal.code(),
                refusal == null ? null : refusal.reason(),
                facts == null ? null : facts.width(),
                facts == null ? null : facts.height(),
                facts == null ? null : facts.alpha(),
                facts == null ? null : facts.sound(),
                facts == null ? null : facts.seconds(),
                facts == null ? null : facts.bytes(),
                stored == null ? null : stored.sha256(),
                entry.expiresAt().atOffset(ZoneOffset.UTC)
            };
            for (int i = 0; i < values.length; i++) {
                statement.setObject(i + 1, values[i]);
            }
            statement.executeUpdate();
            return List.of();
        });
    }

    public Optional<MediaEntry> find(TenantId tenant, UUID id) {
        return run("select * from media where id = ? and tenant = ?", statement -> {
                    statement.setObject(1, id);
                    statement.setString(2, tenant.value());
                    return entries(statement);
                })
                .stream()
                .findFirst();
    }

    /** Some entries of a tenant that expired before anything usable came. */
    public List<MediaEntry> expired(TenantId tenant, Instant now) {
        return run(
                "select * from media where tenant = ? and state <> 'READY' and expires_at < ? order by expires_at limit 20",
                statement -> {
                    statement.setString(1, tenant.value());
                    statement.setObject(2, now.atOffset(ZoneOffset.UTC));
                    return entries(statement);
                });
    }

    /** Forgets an entry that is not ready. */
    public void forget(MediaEntry entry) {
        run("delete from media where id = ? and state <> 'READY'", statement -> {
            statement.setObject(1, entry.id());
            statement.executeUpdate();
            return List.of();
        });
    }

    @FunctionalInterface
    private interface Work {
        List<MediaEntry> in(PreparedStatement statement) throws SQLException;
    }

    private List<MediaEntry> run(String sql, Work work) {
        try (Connection connection = dataSource.getConnection();
                PreparedStatement statement = connection.prepareStatement(sql)) {
            return work.in(statement);
        } catch (SQLException e) {
            throw new IllegalStateException("the database did not do it: " + e.getMessage(), e);
        }
    }

    private static List<MediaEntry> entries(PreparedStatement statement) throws SQLException {
        List<MediaEntry> entries = new ArrayList<>();
        try (ResultSet row = statement.executeQuery()) {
            while (row.next()) {
                entries.add(entry(row));
            }
        }
        return entries;
    }

    private static MediaEntry entry(ResultSet row) throws SQLException {
        MediaFormat format = MediaFormat.ofType(row.getString("type")).orElseThrow();
        String code = row.getString("code");
        return new MediaEntry(
                row.getObject("id", UUID.class),
                new TenantId(row.getString("tenant")),
                row.getString("name"),
                format,
                row.getLong("bytes"),
                row.getString("sha256"),
                State.valueOf(row.getString("state")),
                code == null ? null : new MediaEntry.Refusal(code, row.getString("reason")),
                stored(row, format),
                row.getObject("expires_at", OffsetDateTime.class).toInstant());
    }

    private static MediaEntry.@Nullable Stored stored(ResultSet row, MediaFormat format) throws SQLException {
        String sha256 = row.getString("stored_sha256");
        if (sha256 == null) {
            return null;
        }
        MediaFacts facts = new MediaFacts(
                format,
                row.getLong("stored_bytes"),
                row.getObject("width", Integer.class),
                row.getObject("height", Integer.class),
                row.getBoolean("alpha"),
                row.getBoolean("sound"),
                row.getObject("seconds", Double.class));
        return new MediaEntry.Stored(facts, sha256);
    }
}
