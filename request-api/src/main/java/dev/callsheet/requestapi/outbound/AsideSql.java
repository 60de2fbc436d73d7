package dev.callsheet.requestapi.outbound;

import dev.callsheet.contracts.Fact;
import dev.callsheet.contracts.Json;
import dev.callsheet.requestapi.domain.CharacterState;
import dev.callsheet.requestapi.domain.Entry;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;

/** Facts about characters and campaigns in the projection. Each says what holds from its version on, so that a repeat is harmless. */
final class AsideSql {
    /** A character that was withdrawn meanwhile, or registered anew, is not what was measured. */
    private static final String MEASURED = """
            update characters set state = ?, code = ?, reason = ?, usable = ?, warnings = ?, sent = true,
                   updated_at = ?
            where id = ? and tenant = ? and version = ? and state in ('ENROLLING', 'READY', 'REFUSED')
            """;

    private static final String ERASED = """
            update characters set state = 'ERASED', registration = null, body_hash = null, code = null, reason = null,
                   usable = 0, warnings = null, ends_at = null, sent = true, updated_at = ?
            where id = ? and tenant = ? and version <= ?
            """;
    private static final String SCORED = """
            insert into campaigns (id, tenant, name, takes, number, data, at) values (?, ?, ?, ?, ?, ?, ?)
            on conflict (id) do update set takes = excluded.takes, number = excluded.number, data = excluded.data, at = excluded.at
            where (campaigns.takes, campaigns.number) < (excluded.takes, excluded.number)
            """;

    private final Connection connection;

    AsideSql(Connection connection) {
        this.connection = connection;
    }

    /** In the order of the aggregates, so that two writers never wait for each other in a ring. */
    void note(List<Entry> entries) throws SQLException {
        List<Entry> aside = entries.stream()
                .filter(entry -> entry.aside() != null)
                .sorted(Comparator.comparing(Entry::aggregate))
                .toList();
        for (Entry entry : aside) {
            Instant at = entry.told().at();
            switch (entry.aside()) {
                case Fact.CharacterMeasured measured -> measured(measured, at);
                case Fact.CharacterErased erased -> erased(erased, at);
                case Fact.CampaignScored scored -> scored(scored, at);
                case null, default -> {
                    // of a request or a session
                }
            }
        }
    }

    private void measured(Fact.CharacterMeasured fact, Instant at) throws SQLException {
        boolean ready = fact.state().equals(CharacterState.READY.name());
        try (PreparedStatement update = connection.prepareStatement(MEASURED)) {
            update.setString(1, (ready ? CharacterState.READY : CharacterState.REFUSED).name());
            update.setString(2, fact.code());
            update.setString(3, fact.text());
            update.setInt(4, fact.usable());
            update.setString(5, fact.warnings().isEmpty() ? null : Json.text(fact.warnings()));
            update.setTimestamp(6, Timestamp.from(at));
            update.setObject(7, fact.characterId().value());
            update.setString(8, fact.tenant().value());
            update.setInt(9, fact.version());
            update.executeUpdate();
        }
    }

    private void erased(Fact.CharacterErased fact, Instant at) throws SQLException {
        try (PreparedStatement update = connection.prepareStatement(ERASED)) {
            update.setTimestamp(1, Timestamp.from(at));
            update.setObject(2, fact.characterId().value());
            update.setString(3, fact.tenant().value());
            update.setInt(4, fact.version());
            update.executeUpdate();
        }
    }

    private void scored(Fact.CampaignScored fact, Instant at) throws SQLException {
        try (PreparedStatement insert = connection.prepareStatement(SCORED)) {
            insert.setObject(1, fact.campaignId().value());
            insert.setString(2, fact.tenant().value());
            insert.setString(3, fact.campaign());
            insert.setInt(4, fact.takes());
            insert.setLong(5, fact.number());
            insert.setString(6, Json.text(fact));
            insert.setTimestamp(7, Timestamp.from(at));
            insert.executeUpdate();
        }
    }
}
