package dev.callsheet.requestapi.outbound;

import dev.callsheet.contracts.RequestId;
import dev.callsheet.contracts.SessionId;
import dev.callsheet.contracts.TenantId;
import dev.callsheet.requestapi.domain.Ask;
import dev.callsheet.requestapi.domain.Claim;
import dev.callsheet.requestapi.domain.Conflict;
import dev.callsheet.requestapi.domain.Door;
import dev.callsheet.requestapi.domain.Entry;
import dev.callsheet.requestapi.domain.Learnt;
import dev.callsheet.requestapi.domain.Story;
import dev.callsheet.requestapi.domain.Week;
import dev.callsheet.requestapi.outbound.webhook.Notices;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.UUID;

/**
 * The projection, written: a batch of records is one transaction. Every event goes once into the history, and every
 * request that has news is told anew from its whole history. The rows are locked in the order of their ids, so that two
 * topics and two replicas may tell of the same requests at the same time.
 */
@ApplicationScoped
public class ProjectionStore {
    private final Transactions transactions;
    private final HistoryWeeks weeks;
    private final Notices notices;

    ProjectionStore(Transactions transactions, HistoryWeeks weeks, Notices notices) {
        this.transactions = transactions;
        this.weeks = weeks;
        this.notices = notices;
    }

    /**
     * @param news requests of which something was not known
     * @param conflicts records with another body than the first
     * @param learnt to be counted
     * @param deliveries how many for partners' endpoints are new
     */
    public record Outcome(Set<RequestId> news, List<Conflict> conflicts, int deliveries, Learnt learnt) {}

    /** Records all or nothing; what is known already is passed over. */
    public Outcome record(List<Entry> entries) {
        Week now = weeks.ready(Instant.now());
        return transactions.run(connection -> {
            List<Conflict> conflicts = conflicts(connection, entries);
            List<Entry> lines = new ArrayList<>(entries);
            conflicts.forEach(conflict -> lines.set(conflict.index(), conflict.line(entries.get(conflict.index()))));
            ProjectionSql sql = new ProjectionSql(connection, now);
            Map<UUID, RequestId> owners = owners(sql, lines);
            FamilySql family = new FamilySql(connection);
            SortedSet<UUID> locked =
                    new TreeSet<>(owners.values().stream().map(RequestId::value).toList());
            // With their parents, so that of two last children one sees the other.
            locked.addAll(family.parentsOf(List.copyOf(locked)));
            Map<UUID, Week> weekOf = sql.lock(locked);
            Map<UUID, Week> weeksOf = new HashMap<>();
            owners.forEach((aggregate, owner) -> weeksOf.put(aggregate, weekOf.getOrDefault(owner.value(), now)));
            Map<String, UUID> told = sql.tell(lines, weeksOf);
            SortedMap<UUID, RequestId> changed = new TreeMap<>();
            told.values().forEach(aggregate -> {
                RequestId owner = owners.get(aggregate);
                if (owner != null) {
                    changed.put(owner.value(), owner);
                }
            });
            Map<UUID, TenantId> tenants = new HashMap<>();
            lines.stream()
                    .filter(line -> line.requestId() != null)
                    .forEach(line -> tenants.put(line.requestId().value(), line.tenant()));
            Set<RequestId> news = new HashSet<>(changed.values());
            SortedMap<UUID, Story> stories = new TreeMap<>();
            if (!changed.isEmpty()) {
                stories.putAll(show(sql, changed.values(), Set.copyOf(weekOf.values())));
                family.note(stories, tenants, Instant.now());
                family.end(changed.keySet()).forEach(parent -> news.add(new RequestId(parent)));
            }
            new AsideSql(connection).note(lines);
            List<Entry> fresh = lines.stream()
                    .filter(line -> told.containsKey(line.told().eventId()))
                    .toList();
            Learnt learnt = Learnt.of(fresh, lines.size() - fresh.size(), owners, stories);
            return new Outcome(news, conflicts, notices.note(connection, lines), learnt);
        });
    }

    private static List<Conflict> conflicts(Connection connection, List<Entry> entries) throws SQLException {
        List<Ask> asks = entries.stream()
                .filter(entry -> entry.bodyHash() != null && entry.requestId() != null)
                .map(entry -> new Ask(entry.requestId(), entry.tenant(), entry.bodyHash(), false))
                .toList();
        if (asks.isEmpty()) {
            return List.of();
        }
        Map<RequestId, Claim> claims = ClaimTable.claim(connection, asks, Door.KAFKA, true);
        List<Conflict> conflicts = new ArrayList<>();
        for (int i = 0; i < entries.size(); i++) {
            Entry entry = entries.get(i);
            Claim claim = entry.requestId() == null ? null : claims.get(entry.requestId());
            if (claim != null && entry.bodyHash() != null && !entry.bodyHash().equals(claim.bodyHash())) {
                conflicts.add(new Conflict(i, entry.requestId(), claim.bodyHash(), entry.bodyHash()));
            }
        }
        return conflicts;
    }

    /** The request of each aggregate; a session's may be known by the id that comes from it. */
    private static Map<UUID, RequestId> owners(ProjectionSql sql, List<Entry> entries) throws SQLException {
        Map<UUID, RequestId> owners = new HashMap<>();
        SortedMap<UUID, Entry> named = new TreeMap<>();
        Set<UUID> sessions = new TreeSet<>();
        for (Entry entry : entries) {
            RequestId requestId = entry.requestId();
            if (requestId == null) {
                sessions.add(entry.aggregate());
            } else {
                owners.put(entry.aggregate(), requestId);
                named.putIfAbsent(requestId.value(), entry);
            }
        }
        sql.begin(named);
        sessions.removeAll(owners.keySet());
        if (!sessions.isEmpty()) {
            owners.putAll(sql.requestsOf(sessions));
        }
        return owners;
    }

    private static SortedMap<UUID, Story> show(ProjectionSql sql, Iterable<RequestId> changed, Set<Week> weeks)
            throws SQLException {
        Map<UUID, UUID> owners = new HashMap<>();
        for (RequestId id : changed) {
            owners.put(id.value(), id.value());
            owners.put(SessionId.of(id).value(), id.value());
        }
        SortedMap<UUID, Story> stories = new TreeMap<>();
        sql.histories(owners, weeks).forEach((id, told) -> stories.put(id, Story.of(told)));
        sql.show(stories);
        return stories;
    }
}
