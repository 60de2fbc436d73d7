package dev.callsheet.requestapi.outbound;

import dev.callsheet.contracts.RequestId;
import dev.callsheet.contracts.SessionId;
import dev.callsheet.contracts.TenantId;
import dev.callsheet.requestapi.domain.Told;
import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import java.nio.charset.StandardCharsets;
import java.sql.Timestamp;
import java.util.List;
import java.util.UUID;

/** All that was told, each event once, in the order in which it was heard. */
@ApplicationScoped
class HistoryRepository implements PanacheRepositoryBase<HistoryRow, Long> {
    private static final String ADD = """
            insert into history (event_id, aggregate, tenant, type, source, at, trace_id, data)
            values (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8)
            on conflict (event_id) do nothing
            """;

    /** Whether it was news. */
    boolean add(UUID aggregate, TenantId tenant, Told told) {
        return getEntityManager()
                        .createNativeQuery(ADD)
                        .setParameter(1, told.eventId())
                        .setParameter(2, aggregate)
                        .setParameter(3, tenant.value())
                        .setParameter(4, told.type())
                        .setParameter(5, told.source())
                        .setParameter(6, Timestamp.from(told.at()))
                        .setParameter(7, told.traceId())
                        .setParameter(8, new String(told.data(), StandardCharsets.UTF_8))
                        .executeUpdate()
                == 1;
    }

    /** What was told of a request and of its session. */
    List<Told> of(RequestId requestId) {
        return list(
                        "aggregate in ?1 order by seq",
                        List.of(requestId.value(), SessionId.of(requestId).value()))
                .stream()
                .map(HistoryRow::told)
                .toList();
    }
}
