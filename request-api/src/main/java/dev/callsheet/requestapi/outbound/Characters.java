package dev.callsheet.requestapi.outbound;

import dev.callsheet.contracts.CharacterId;
import dev.callsheet.contracts.TenantId;
import dev.callsheet.requestapi.domain.CharacterEntry;
import dev.callsheet.requestapi.domain.Register;
import dev.callsheet.requestapi.domain.Registration;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The register of characters. Changes of one character are one after another. Thread-safe. */
@ApplicationScoped
public class Characters {
    /** The most names that a refusal lists. */
    private static final int MOST_NAMED = 50;

    private static final String ALL = "select * from characters where tenant = ? order by name limit ?";
    private static final String READY = """
            select name from characters
            where tenant = ? and state = 'READY' and (ends_at is null or ends_at > now()) order by name limit ?
            """;
    private static final String DUE = """
            select * from characters
            where (not sent and updated_at < ?)
               or (ends_at <= ? and state in ('ENROLLING', 'READY', 'REFUSED'))
            order by updated_at limit ?
            """;
    private static final String SENT = "update characters set sent = true where id = ? and version = ? and state = ?";
    private static final String CLAIM = """
            insert into character_keys (tenant, key, body_hash, name) values (?, ?, ?, ?) on conflict do nothing
            """;
    private static final String CLAIMED = "select body_hash from character_keys where tenant = ? and key = ?";

    private final Transactions transactions;

    Characters(Transactions transactions) {
        this.transactions = transactions;
    }

    /** What a registration found. */
    public sealed interface Registered {
        /** It stands in the register, by this call or by an earlier one of its key. */
        record Entered(CharacterEntry entry) implements Registered {}

        /** The key stands for another body. */
        record OtherBody(String firstHash) implements Registered {}
    }

    /** Enters it, unless its key was used before. */
    public Registered register(TenantId tenant, String key, Registration made, String hash, Instant now) {
        return transactions.run(connection -> {
            CharacterTable table = new CharacterTable(connection);
            CharacterId id = CharacterId.of(tenant, made.name());
            Optional<CharacterEntry> known = table.take(id);
            boolean fresh = claim(connection, tenant, key, hash, made.name());
            String first = fresh ? hash : claimed(connection, tenant, key);
            if (!first.equals(hash)) {
                return new Registered.OtherBody(first);
            }
            if (!fresh && known.isPresent()) {
                return new Registered.Entered(known.get());
            }
            CharacterEntry entry = known.map(old -> old.registeredAgain(made, hash, now))
                    .orElseGet(() -> CharacterEntry.registered(tenant, made, hash, now));
            if (known.isEmpty() || !known.get().equals(entry)) {
                table.keep(entry);
            }
            return new Registered.Entered(entry);
        });
    }

    /** Ends the consent in a name, whether or not it is registered. */
    public CharacterEntry withdraw(TenantId tenant, String name, Instant now) {
        return transactions.run(connection -> {
            CharacterTable table = new CharacterTable(connection);
            CharacterEntry entry = table.take(CharacterId.of(tenant, name))
                    .map(known -> known.withdrawn(now))
                    .orElseGet(() -> CharacterEntry.unknown(tenant, name, now));
            table.keep(entry);
            return entry;
        });
    }

    public Optional<CharacterEntry> find(TenantId tenant, String name) {
        return transactions.run(connection -> new CharacterTable(connection).find(CharacterId.of(tenant, name)));
    }

    /** By name, the first of them. */
    public List<CharacterEntry> all(TenantId tenant, int limit) {
        return transactions.run(connection -> {
            try (PreparedStatement all = connection.prepareStatement(ALL)) {
                all.setString(1, tenant.value());
                all.setInt(2, limit);
                return CharacterTable.entries(all);
            }
        });
    }

    /** A tenant's register, each name looked up once. Not thread-safe. */
    public Register of(TenantId tenant) {
        Map<String, Optional<CharacterEntry>> known = new HashMap<>();
        return new Register() {
            @Override
            public Optional<CharacterEntry> find(String name) {
                return known.computeIfAbsent(name, asked -> Characters.this.find(tenant, asked.replace("\0", "")));
            }

            @Override
            public List<String> ready() {
                return Characters.this.ready(tenant);
            }
        };
    }

    private List<String> ready(TenantId tenant) {
        return transactions.run(connection -> {
            try (PreparedStatement ready = connection.prepareStatement(READY)) {
                ready.setString(1, tenant.value());
                ready.setInt(2, MOST_NAMED);
                List<String> names = new ArrayList<>();
                try (ResultSet row = ready.executeQuery()) {
                    while (row.next()) {
                        names.add(row.getString(1));
                    }
                }
                return names;
            }
        });
    }

    /** Some whose consent has run out, or whose work the broker does not have. @param patience with a call that still sends it */
    public List<CharacterEntry> due(Instant now, Duration patience, int limit) {
        return transactions.run(connection -> {
            try (PreparedStatement due = connection.prepareStatement(DUE)) {
                due.setTimestamp(1, Timestamp.from(now.minus(patience)));
                due.setTimestamp(2, Timestamp.from(now));
                due.setInt(3, limit);
                return CharacterTable.entries(due);
            }
        });
    }

    /** The broker has the work of this state. */
    public void sent(CharacterEntry entry) {
        transactions.run(connection -> {
            try (PreparedStatement sent = connection.prepareStatement(SENT)) {
                sent.setObject(1, entry.id().value());
                sent.setInt(2, entry.version());
                sent.setString(3, entry.state().name());
                return sent.executeUpdate();
            }
        });
    }

    private static boolean claim(Connection connection, TenantId tenant, String key, String hash, String name)
            throws SQLException {
        try (PreparedStatement claim = connection.prepareStatement(CLAIM)) {
            claim.setString(1, tenant.value());
            claim.setString(2, key);
            claim.setString(3, hash);
            claim.setString(4, name);
            return claim.executeUpdate() == 1;
        }
    }

    private static String claimed(Connection connection, TenantId tenant, String key) throws SQLException {
        try (PreparedStatement claimed = connection.prepareStatement(CLAIMED)) {
            claimed.setString(1, tenant.value());
            claimed.setString(2, key);
            try (ResultSet row = claimed.executeQuery()) {
                row.next();
                return row.getString(1);
            }
        }
    }
}
