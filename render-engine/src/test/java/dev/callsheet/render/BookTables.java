package dev.callsheet.render;

import dev.callsheet.contracts.RequestId;
import dev.callsheet.contracts.TakeId;
import dev.callsheet.render.outbound.Transactions;
import dev.callsheet.stack.RealPart;
import dev.callsheet.stack.RealParts;
import dev.callsheet.stack.Schema;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.EnumSet;
import java.util.Map;
import org.flywaydb.core.Flyway;
import org.postgresql.ds.PGSimpleDataSource;

/** Real tables with rows as the engine writes them, and as it never would. */
final class BookTables implements AutoCloseable {
    static final String MODEL = "wan2.7-i2v";

    final PGSimpleDataSource dataSource = new PGSimpleDataSource();
    final Transactions transactions = new Transactions(dataSource);
    private final RealParts parts = RealParts.start(EnumSet.of(RealPart.POSTGRES), Schema.I2V);

    BookTables() {
        Map<String, String> properties = parts.properties();
        dataSource.setUrl(properties.get("quarkus.datasource.jdbc.url"));
        dataSource.setUser(properties.get("quarkus.datasource.username"));
        dataSource.setPassword(properties.get("quarkus.datasource.password"));
    }

    void empty() {
        Flyway flyway = Flyway.configure()
                .dataSource(dataSource)
                .locations("db/outbox", "db/engine")
                .cleanDisabled(false)
                .load();
        flyway.clean();
        flyway.migrate();
    }

    /** A request with one queued take. */
    TakeId take(RequestId request, String tenant, String campaign, Instant at) throws SQLException {
        TakeId take = TakeId.of(request, 1);
        change("insert into lines (model, tenant) values (?, ?) on conflict do nothing", MODEL, tenant);
        change("""
                insert into requests (id, tenant, scenario, campaign, request, decision, created_at)
                values (?, ?, 'i2v', ?, '{}', '{}', ?)""", request.value(), tenant, campaign, at);
        change("""
                insert into takes (id, request_id, tenant, campaign, attempt, model, quoted_micros, queued_at, step, state,
                                   tries, next_at, due)
                values (?, ?, ?, ?, 1, ?, 500000, ?, 0, 'queued', 0, ?, ?)""", take.value(), request.value(), tenant, campaign, MODEL, at, at, at);
        step(take, 0, "queued", "asked for", at);
        money(take, "quoted", 500_000, 0, at);
        return take;
    }

    /** The take's next state; what it owns and knows is set aside. */
    void step(TakeId take, int step, String state, String cause, Instant at) throws SQLException {
        change(
                "insert into steps (take_id, step, state, cause, at) values (?, ?, ?, ?, ?)",
                take.value(),
                step,
                state,
                cause,
                at);
        change("update takes set state = ?, step = ? where id = ?", state, step, take.value());
    }

    /** A line of the ledger, with the purses as they should be. */
    void money(TakeId take, String kind, long micros, int step, Instant at) throws SQLException {
        change("""
                insert into ledger (take_id, request_id, tenant, campaign, kind, micros, step, at)
                select id, request_id, tenant, campaign, ?, ?, ?, ? from takes where id = ?""", kind, micros, step, at, take.value());
        long open = switch (kind) {
            case "quoted" -> 0;
            case "committed" -> micros;
            default -> -micros;
        };
        change("""
                insert into purses (tenant, campaign)
                select tenant, c from takes, unnest(array['', campaign]) c where id = ? and c is not null
                on conflict do nothing""", take.value());
        change("""
                update purses p set committed_micros = committed_micros + ?, settled_micros = settled_micros + ?
                from takes t where t.id = ? and p.tenant = t.tenant and p.campaign in ('', t.campaign)""", open, kind.equals("settled") ? micros : 0L, take.value());
    }

    void job(TakeId take, String providerId, Instant at) throws SQLException {
        change("insert into provider_jobs (provider_id, take_id, at) values (?, ?, ?)", providerId, take.value(), at);
        change("update takes set provider_id = ?, submitted_at = ? where id = ?", providerId, at, take.value());
    }

    void submission(TakeId take, String payload, String inputs) throws SQLException {
        change("insert into submissions (take_id, payload, inputs) values (?, ?, ?)", take.value(), payload, inputs);
    }

    int change(String sql, Object... arguments) throws SQLException {
        try (Connection connection = dataSource.getConnection();
                PreparedStatement statement = connection.prepareStatement(sql)) {
            for (int i = 0; i < arguments.length; i++) {
                statement.setObject(i + 1, arguments[i] instanceof Instant at ? Timestamp.from(at) : arguments[i]);
            }
            return statement.executeUpdate();
        }
    }

    @Override
    public void close() {
        parts.close();
    }
}
