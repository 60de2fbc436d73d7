package dev.callsheet.chaos.gather;

import dev.callsheet.chaos.check.Snapshot;
import dev.callsheet.chaos.check.Whole;
import dev.callsheet.chaos.machine.Database;
import dev.callsheet.stack.ObjectStoreKeys;
import dev.callsheet.stack.Schema;
import dev.callsheet.stack.StackFailure;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;

/** Brings together what is left of a run of the whole house, when its services have ended. */
public record WholeGathering(String bootstrapServers, Database database, ObjectStoreKeys store, TwinDoors twin) {
    private static final List<Schema> WORKERS = List.of(Schema.I2V, Schema.R2V);
    /** What the twin's journal calls a live session's minutes; the rest are jobs of the workers. */
    private static final String LIVE = "liveavatar";

    /** How far the house is. @param open takes without an end @param outbox messages that have not left, of all services */
    public record Stand(int open, int outbox) {
        public boolean quiet() {
            return open == 0 && outbox == 0;
        }
    }

    /** @throws SQLException if the database is away */
    public Stand stand() throws SQLException {
        int open = 0;
        int outbox = 0;
        for (Schema schema : WORKERS) {
            try (Connection connection = database.connect(schema)) {
                Tables.Stand stand = new Tables(connection).stand();
                open += stand.open();
                outbox += stand.outbox();
            }
        }
        try (Connection connection = database.connect(Schema.AVATAR)) {
            outbox += new Tables(connection).outbox();
        }
        return new Stand(open, outbox);
    }

    /** @param wanted what was accepted */
    public Whole whole(List<Whole.Wanted> wanted) {
        try {
            return new Whole(works(wanted), wanted, desk());
        } catch (SQLException e) {
            throw new StackFailure("the tables cannot be read: " + e.getMessage(), e);
        }
    }

    private Snapshot works(List<Whole.Wanted> wanted) throws SQLException {
        List<Snapshot.RequestRow> requests = new ArrayList<>();
        List<Snapshot.TakeRow> takes = new ArrayList<>();
        List<Snapshot.StepRow> steps = new ArrayList<>();
        List<Snapshot.LedgerRow> ledger = new ArrayList<>();
        Map<List<String>, Snapshot.PurseRow> purses = new HashMap<>();
        List<Snapshot.SlotRow> slots = new ArrayList<>();
        List<Snapshot.JobRow> jobs = new ArrayList<>();
        for (Schema schema : WORKERS) {
            try (Connection connection = database.connect(schema)) {
                Tables tables = new Tables(connection);
                requests.addAll(tables.requests());
                takes.addAll(tables.takes());
                steps.addAll(tables.steps());
                ledger.addAll(tables.ledger());
                tables.purses()
                        .forEach(purse -> purses.merge(
                                List.of(purse.tenant(), purse.campaign()), purse, WholeGathering::together));
                slots.addAll(tables.slots());
                jobs.addAll(tables.jobs());
            }
        }
        return new Snapshot(
                wanted.stream()
                        .filter(each -> !each.live())
                        .map(Whole.Wanted::id)
                        .collect(Collectors.toSet()),
                FactLog.read(bootstrapServers),
                requests,
                takes,
                steps,
                ledger,
                List.copyOf(purses.values()),
                slots,
                jobs,
                stand().outbox(),
                new Shelves(store).read(),
                twin.charges().stream()
                        .filter(charge -> !charge.about().startsWith(LIVE))
                        .toList(),
                twin.rendered());
    }

    /** A tenant has a purse at each worker. */
    private static Snapshot.PurseRow together(Snapshot.PurseRow one, Snapshot.PurseRow other) {
        return new Snapshot.PurseRow(
                one.tenant(), one.campaign(), one.committed() + other.committed(), one.settled() + other.settled());
    }

    private Map<UUID, String> desk() throws SQLException {
        Map<UUID, String> states = new HashMap<>();
        try (Connection connection = database.connect(Schema.REQUEST_API);
                ResultSet row = connection.createStatement().executeQuery("select id, lower(state) from requests")) {
            while (row.next()) {
                states.put(row.getObject(1, UUID.class), row.getString(2));
            }
        }
        return states;
    }
}
