package dev.callsheet.avatar.outbound;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.inject.Singleton;
import jakarta.persistence.LockModeType;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** The session table's queries. */
@Singleton
class SessionRows implements PanacheRepositoryBase<SessionRow, UUID> {
    /** The row, until the end of the transaction nobody else's. */
    Optional<SessionRow> locked(UUID id) {
        return findByIdOptional(id, LockModeType.PESSIMISTIC_WRITE);
    }

    boolean renew(UUID id, Instant until) {
        return update("leaseUntil = greatest(leaseUntil, ?1) where id = ?2 and state = 'LIVE'", until, id) == 1;
    }

    List<UUID> lapsed(Instant now, int limit) {
        return ids("""
                select id from sessions
                where state in ('STARTING', 'LIVE') and lease_until < :now
                order by lease_until limit :limit
                """, now, now, limit);
    }

    List<UUID> claimEnding(Instant now, Instant retryAt, int limit) {
        return ids("""
                update sessions set close_at = :next where id in (
                    select id from sessions where state = 'ENDING' and close_at <= :now
                    order by close_at limit :limit for update skip locked)
                returning id
                """, now, retryAt, limit);
    }

    List<UUID> claimQuiet(Instant now, Instant before, int limit) {
        return ids("""
                update sessions set kept_alive_at = :next where id in (
                    select id from sessions where state = 'LIVE' and kept_alive_at < :now
                    order by kept_alive_at limit :limit for update skip locked)
                returning id
                """, before, now, limit);
    }

    @SuppressWarnings("unchecked")
    private List<UUID> ids(String sql, Instant now, Instant next, int limit) {
        var query = getEntityManager().createNativeQuery(sql, UUID.class).setParameter("now", now);
        if (sql.contains(":next")) {
            query.setParameter("next", next);
        }
        return query.setParameter("limit", limit).getResultList();
    }
}
