package dev.callsheet.requestapi.outbound;

import dev.callsheet.contracts.RequestId;
import dev.callsheet.contracts.TenantId;
import dev.callsheet.requestapi.domain.State;
import dev.callsheet.requestapi.domain.Story;
import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import io.quarkus.panache.common.Sort;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** The projection, read. */
@ApplicationScoped
public class RequestStore implements PanacheRepositoryBase<RequestRow, UUID> {
    private final HistoryRepository history;

    RequestStore(HistoryRepository history) {
        this.history = history;
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

    /** Where some of the tenant's requests stand, in their order; what is not known yet is left out. */
    @Transactional
    public Map<RequestId, State> states(TenantId tenant, List<RequestId> ids) {
        Map<RequestId, State> states = new LinkedHashMap<>();
        if (ids.isEmpty()) {
            return states;
        }
        Map<UUID, State> found = new HashMap<>();
        find(
                        "tenant = ?1 and id in ?2",
                        tenant.value(),
                        ids.stream().map(RequestId::value).toList())
                .stream()
                .forEach(row -> State.named(row.state).ifPresent(state -> found.put(row.id, state)));
        ids.forEach(id -> Optional.ofNullable(found.get(id.value())).ifPresent(state -> states.put(id, state)));
        return states;
    }
}
