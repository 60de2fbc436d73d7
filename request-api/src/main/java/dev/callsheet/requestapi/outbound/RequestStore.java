package dev.callsheet.requestapi.outbound;

import dev.callsheet.contracts.RequestId;
import dev.callsheet.contracts.Route;
import dev.callsheet.contracts.TenantId;
import dev.callsheet.requestapi.domain.State;
import dev.callsheet.requestapi.domain.Story;
import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import io.quarkus.panache.common.Sort;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

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
        Story story = Story.of(history.of(requestId, row.week));
        State state =
                story.state() == State.FANNED_OUT ? State.named(row.state).orElse(State.FANNED_OUT) : story.state();
        return Optional.of(new Known(story, state));
    }

    /**
     * Which requests a list is to show.
     *
     * @param states none for all
     * @param before only those that were asked for before this one; null from the newest on
     */
    public record Wanted(
            Set<State> states,
            @Nullable Route route,
            @Nullable String campaign,
            @Nullable RequestId before) {}

    /** The tenant's newest requests of those that are wanted; none after a request that the tenant does not have. */
    @Transactional
    public List<Summary> newest(TenantId tenant, Wanted wanted, int limit) {
        var query = new StringBuilder("tenant = :tenant");
        Map<String, Object> values = new HashMap<>(Map.of("tenant", tenant.value()));
        if (!wanted.states().isEmpty()) {
            query.append(" and state in :states");
            values.put("states", wanted.states().stream().map(State::wire).toList());
        }
        if (wanted.route() != null) {
            query.append(" and route = :route");
            values.put("route", wanted.route().wire());
        }
        if (wanted.campaign() != null) {
            query.append(" and campaign = :campaign");
            values.put("campaign", wanted.campaign());
        }
        if (wanted.before() != null) {
            RequestRow last = findById(wanted.before().value());
            if (last == null || !last.tenant.equals(tenant.value())) {
                return List.of();
            }
            query.append(" and (createdAt < :at or createdAt = :at and id > :id)");
            values.put("at", last.createdAt);
            values.put("id", last.id);
        }
        return find(query.toString(), Sort.descending("createdAt").and("id"), values).page(0, limit).stream()
                .map(RequestRow::summary)
                .toList();
    }
}
