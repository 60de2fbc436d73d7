package dev.callsheet.requestapi.outbound;

import dev.callsheet.contracts.Fact;
import dev.callsheet.contracts.RequestId;
import dev.callsheet.contracts.SessionId;
import dev.callsheet.contracts.TenantId;
import dev.callsheet.requestapi.domain.State;
import dev.callsheet.requestapi.domain.Story;
import dev.callsheet.requestapi.domain.Told;
import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import io.quarkus.panache.common.Sort;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import jakarta.transaction.Transactional;
import java.sql.Timestamp;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * The projection: every event once into the history, and the request's row as the story now reads. The row is locked
 * first, so two topics may tell of one request at the same time.
 */
@ApplicationScoped
public class RequestStore implements PanacheRepositoryBase<RequestRow, UUID> {
    private static final String FIRST = """
            insert into requests (id, session_id, tenant, state, created_at, updated_at)
            values (?1, ?2, ?3, ?4, ?5, ?5) on conflict do nothing
            """;

    private final HistoryRepository history;

    RequestStore(HistoryRepository history) {
        this.history = history;
    }

    /** Records the request itself. Empty if it was known. */
    @Transactional
    public Optional<RequestId> asked(RequestId requestId, TenantId tenant, Told told) {
        return record(requestId, requestId.value(), tenant, told);
    }

    /** Records a fact; returns the request that it is about, empty if it was known or belongs to none. */
    @Transactional
    public Optional<RequestId> happened(Fact fact, Told told) {
        return switch (fact) {
            case Fact.OfRequest ofRequest -> record(ofRequest.requestId(), fact.aggregate(), fact.tenant(), told);
            case Fact.OfSession ofSession -> {
                Optional<RequestId> owner = owner(ofSession);
                if (owner.isPresent()) {
                    yield record(owner.get(), fact.aggregate(), fact.tenant(), told);
                }
                history.add(fact.aggregate(), fact.tenant(), told);
                yield Optional.empty();
            }
        };
    }

    /** All that is known of a request of this tenant. */
    @Transactional
    public Optional<Story> story(TenantId tenant, RequestId requestId) {
        RequestRow row = findById(requestId.value());
        return row == null || !row.tenant.equals(tenant.value())
                ? Optional.empty()
                : Optional.of(Story.of(history.of(requestId)));
    }

    /** The tenant's newest requests. */
    @Transactional
    public List<Summary> newest(TenantId tenant, int limit) {
        return find("tenant", Sort.descending("createdAt").and("id"), tenant.value()).page(0, limit).stream()
                .map(RequestRow::summary)
                .toList();
    }

    private Optional<RequestId> record(RequestId requestId, UUID aggregate, TenantId tenant, Told told) {
        getEntityManager()
                .createNativeQuery(FIRST)
                .setParameter(1, requestId.value())
                .setParameter(2, SessionId.of(requestId).value())
                .setParameter(3, tenant.value())
                .setParameter(4, State.ACCEPTED.wire())
                .setParameter(5, Timestamp.from(told.at()))
                .executeUpdate();
        RequestRow row = findById(requestId.value(), LockModeType.PESSIMISTIC_WRITE);
        if (!history.add(aggregate, tenant, told)) {
            return Optional.empty();
        }
        row.show(Story.of(history.of(requestId)));
        return Optional.of(requestId);
    }

    /** A session's request: named by the fact, or known by the session that its id gives. */
    private Optional<RequestId> owner(Fact.OfSession fact) {
        RequestId named = switch (fact) {
            case Fact.SessionOffered offered -> offered.requestId();
            case Fact.SessionStarted started -> started.requestId();
            case Fact.SessionEnded ended -> ended.requestId();
            case Fact.TurnEnded _ -> null;
        };
        return Optional.ofNullable(named)
                .filter(requestId -> SessionId.of(requestId).equals(fact.sessionId()))
                .or(() -> find("sessionId", fact.sessionId().value())
                        .firstResultOptional()
                        .map(row -> new RequestId(row.id)));
    }
}
