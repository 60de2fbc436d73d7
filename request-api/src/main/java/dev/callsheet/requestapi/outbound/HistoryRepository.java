package dev.callsheet.requestapi.outbound;

import dev.callsheet.contracts.RequestId;
import dev.callsheet.contracts.SessionId;
import dev.callsheet.requestapi.domain.Told;
import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.util.List;

/** All that was told, each event once, in the order in which it was heard. Written by {@link ProjectionStore}. */
@ApplicationScoped
class HistoryRepository implements PanacheRepositoryBase<HistoryRow, Long> {
    /** What was told of a request and of its session. @param week the request's */
    List<Told> of(RequestId requestId, LocalDate week) {
        return list(
                        "aggregate in ?1 and week = ?2 order by seq",
                        List.of(requestId.value(), SessionId.of(requestId).value()),
                        week)
                .stream()
                .map(HistoryRow::told)
                .toList();
    }
}
