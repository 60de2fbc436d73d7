package dev.callsheet.requestapi.outbound;

import dev.callsheet.contracts.RequestId;
import dev.callsheet.contracts.TenantId;
import dev.callsheet.requestapi.domain.State;
import dev.callsheet.requestapi.domain.Story;
import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import io.quarkus.panache.common.Sort;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** The projection, read. */
@ApplicationScoped
public class RequestStore implements PanacheRepositoryBase<RequestRow, UUID> {
    private final HistoryRepository history;

    RequestStore(HistoryRepository history) {
        this.history = history;
    }

    /**
     * A request as far as it is known.
     *
     * @param state a parent's is that of its children together
     */
    public record Known(Story story, State state) {
        /** On the log, and nothing heard of it yet. */
        public static Known accepted() {
            return new Known(Story.of(List.of()), State.ACCEPTED);
        }
    }

    /** All that is known of a request of this tenant. */
    @Transactional
    public Optional<Known> known(TenantId tenant, RequestId requestId) {
        RequestRow row = findById(requestId.value());
        if (row == null || !row.tenant.equals(tenant.value())) {
            return Optional.empty();
        }
        Story story = Story.of(history.of(requestId));
        State state =
                story.state() == State.FANNED_OUT ? State.named(row.state).orElse(State.FANNED_OUT) : story.state();
        return Optional.of(new Known(story, state));
    }

    /** The tenant's newest requests. */
    @Transactional
    public List<Summary> newest(TenantId tenant, int limit) {
        return find("tenant", Sort.descending("createdAt").and("id"), tenant.value()).page(0, limit).stream()
                .map(RequestRow::summary)
                .toList();
    }
}
