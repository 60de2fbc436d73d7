package dev.callsheet.requestapi.outbound;

import dev.callsheet.contracts.RequestId;
import dev.callsheet.contracts.TenantId;
import dev.callsheet.requestapi.domain.Batch;
import dev.callsheet.requestapi.domain.BatchRow;
import dev.callsheet.requestapi.domain.Ledger;
import dev.callsheet.requestapi.domain.State;
import dev.callsheet.requestapi.domain.Story;
import dev.callsheet.requestapi.domain.Tally;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.UUID;

/** Parents and children in the projection: who belongs to whom, and when a parent has ended with its last child. */
final class FamilySql {
    private static final String PARENTS = "select distinct batch_id from batch_rows where request_id = any (?)";
    private static final String UNDER_WAY = """
            select distinct p.id from requests p
            where p.state = ? and (p.id = any (?)
                  or p.id in (select batch_id from batch_rows where request_id = any (?)))
            """;
    private static final String STATES = """
            select b.batch_id, coalesce(r.state, ?) as state, count(*) as n
            from batch_rows b left join requests r on r.id = b.request_id
            where b.batch_id = any (?) group by 1, 2
            """;
    private static final String END =
            "update requests set state = ?, updated_at = greatest(updated_at, now()) where id = ?";

    private final Connection connection;

    FamilySql(Connection connection) {
        this.connection = connection;
    }

    /** Who has these among its children, whether or not it is a request itself. */
    Set<UUID> parentsOf(Collection<UUID> requests) throws SQLException {
        Set<UUID> parents = new HashSet<>();
        try (PreparedStatement of = connection.prepareStatement(PARENTS)) {
            of.setArray(1, uuids(requests));
            try (ResultSet row = of.executeQuery()) {
                while (row.next()) {
                    parents.add(row.getObject(1, UUID.class));
                }
            }
        }
        return parents;
    }

    /** Writes down the children of those that have some; again is harmless. */
    void note(SortedMap<UUID, Story> stories, Map<UUID, TenantId> tenants, Instant heard) throws SQLException {
        for (Map.Entry<UUID, Story> entry : stories.entrySet()) {
            List<RequestId> children = entry.getValue().children();
            if (!children.isEmpty()) {
                UUID id = entry.getKey();
                List<BatchRow> rows = new ArrayList<>();
                children.forEach(child -> rows.add(BatchRow.child(rows.size() + 1, child)));
                BatchTable.open(
                        connection, Batch.of(new RequestId(id), tenants.get(id), entry.getValue(), heard), rows);
            }
        }
    }

    /** Ends parents whose last child has ended. @param changed of whom there is news @return the parents that ended */
    Set<UUID> end(Collection<UUID> changed) throws SQLException {
        Set<UUID> parents = new HashSet<>();
        try (PreparedStatement underWay = connection.prepareStatement(UNDER_WAY)) {
            underWay.setString(1, State.FANNED_OUT.wire());
            underWay.setArray(2, uuids(changed));
            underWay.setArray(3, uuids(changed));
            try (ResultSet row = underWay.executeQuery()) {
                while (row.next()) {
                    parents.add(row.getObject(1, UUID.class));
                }
            }
        }
        Set<UUID> ended = new HashSet<>();
        for (Map.Entry<UUID, Map<State, Integer>> parent : states(parents).entrySet()) {
            State state = new Tally(0, parent.getValue(), new Ledger(0, 0, 0, 0), 0, null, null, null).state(true);
            if (state.isFinal()) {
                try (PreparedStatement end = connection.prepareStatement(END)) {
                    end.setString(1, state.wire());
                    end.setObject(2, parent.getKey());
                    end.executeUpdate();
                }
                ended.add(parent.getKey());
            }
        }
        return ended;
    }

    private SortedMap<UUID, Map<State, Integer>> states(Set<UUID> parents) throws SQLException {
        SortedMap<UUID, Map<State, Integer>> states = new TreeMap<>();
        if (parents.isEmpty()) {
            return states;
        }
        try (PreparedStatement of = connection.prepareStatement(STATES)) {
            of.setString(1, State.ACCEPTED.wire());
            of.setArray(2, uuids(parents));
            try (ResultSet row = of.executeQuery()) {
                while (row.next()) {
                    State state = State.named(row.getString("state")).orElse(State.ACCEPTED);
                    states.computeIfAbsent(row.getObject("batch_id", UUID.class), _ -> new HashMap<>())
                            .merge(state, row.getInt("n"), Integer::sum);
                }
            }
        }
        return states;
    }

    private java.sql.Array uuids(Collection<UUID> ids) throws SQLException {
        return connection.createArrayOf("uuid", ids.toArray());
    }
}
