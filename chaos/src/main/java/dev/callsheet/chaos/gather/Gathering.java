package dev.callsheet.chaos.gather;

import dev.callsheet.chaos.check.Snapshot;
import dev.callsheet.chaos.load.Ask;
import dev.callsheet.chaos.machine.Database;
import dev.callsheet.stack.ObjectStoreKeys;
import dev.callsheet.stack.StackFailure;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.stream.Collectors;

/** Brings together what is left of a run, when its workers have ended. */
public record Gathering(String bootstrapServers, Database database, ObjectStoreKeys store, TwinDoors twin) {

    /** @param asks what was sent */
    public Snapshot snapshot(List<Ask> asks) {
        try (Connection connection = database.connect()) {
            Tables tables = new Tables(connection);
            return new Snapshot(
                    asks.stream().map(ask -> ask.id().value()).collect(Collectors.toSet()),
                    FactLog.read(bootstrapServers),
                    tables.requests(),
                    tables.takes(),
                    tables.steps(),
                    tables.ledger(),
                    tables.purses(),
                    tables.slots(),
                    tables.jobs(),
                    tables.outbox(),
                    new Shelves(store).read(),
                    twin.charges(),
                    twin.rendered());
        } catch (SQLException e) {
            throw new StackFailure("the tables cannot be read: " + e.getMessage(), e);
        }
    }
}
