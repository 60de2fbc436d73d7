package dev.callsheet.chaos.live;

import com.fasterxml.jackson.databind.JsonNode;
import dev.callsheet.chaos.gather.TwinDoors;
import dev.callsheet.chaos.machine.Database;
import dev.callsheet.stack.Schema;
import dev.callsheet.stack.StackFailure;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Reads the provider's books and ours. */
final class Books {
    private static final String LEGS = """
            select l.session_id, l.provider_id,
                   coalesce((select sum(micros) from avatar.ledger g where g.session_id = l.session_id and g.leg = l.number
                             and kind in ('SETTLED', 'ADDED')), 0) micros,
                   not exists (select 1 from avatar.ledger g where g.session_id = l.session_id and g.leg = l.number
                               and kind in ('SETTLED', 'RELEASED')) open
            from avatar.legs l where l.provider_id is not null
            """;

    private Books() {}

    static List<Paid> paid(TwinDoors twin) {
        List<Paid> paid = new ArrayList<>();
        for (JsonNode session : twin.liveSessions()) {
            paid.add(new Paid(
                    session.path("id").asText(),
                    session.path("state").asText(),
                    time(session.path("since")),
                    time(session.path("endedAt")),
                    session.path("micros").asLong()));
        }
        return paid;
    }

    static List<Owed> owed(Database database) {
        List<Owed> owed = new ArrayList<>();
        try (Connection connection = database.connect(Schema.AVATAR);
                ResultSet row = connection.createStatement().executeQuery(LEGS)) {
            while (row.next()) {
                owed.add(new Owed(
                        row.getString("session_id"),
                        row.getString("provider_id"),
                        row.getLong("micros"),
                        row.getBoolean("open")));
            }
        } catch (SQLException e) {
            throw new StackFailure("our books cannot be read: " + e.getMessage(), e);
        }
        return owed;
    }

    private static @Nullable Instant time(JsonNode value) {
        return value.isTextual() ? Instant.parse(value.asText()) : null;
    }
}
