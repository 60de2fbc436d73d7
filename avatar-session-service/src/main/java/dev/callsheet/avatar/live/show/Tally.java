package dev.callsheet.avatar.live.show;

import dev.callsheet.contracts.Fact;
import dev.callsheet.contracts.SessionId;
import dev.callsheet.contracts.TenantId;
import dev.callsheet.conversation.comments.SkipReason;
import dev.callsheet.conversation.comments.Skipped;
import dev.callsheet.conversation.pipeline.Told;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/**
 * Skipped comments until they are told: to viewers the first of each tick by name, as facts one for each reason and some
 * seconds, with the number of the others. Not thread-safe.
 */
final class Tally {
    /** Nobody reads more in half a second. */
    static final int MOST_TOLD = 20;

    static final Duration BATCH = Duration.ofSeconds(5);

    private final SessionId session;
    private final TenantId tenant;
    private final Map<SkipReason, Batch> batches = new EnumMap<>(SkipReason.class);
    private final List<Told> told = new ArrayList<>();
    private Instant flushed = Instant.MIN;

    private record Batch(String first, int others) {
        Batch more() {
            return new Batch(first, others + 1);
        }
    }

    Tally(SessionId session, TenantId tenant) {
        this.session = session;
        this.tenant = tenant;
    }

    void add(Collection<Skipped> skipped) {
        for (Skipped skip : skipped) {
            String id = skip.comment().commentId();
            batches.compute(skip.reason(), (reason, batch) -> batch == null ? new Batch(id, 0) : batch.more());
            if (told.size() < MOST_TOLD) {
                String author = skip.comment().author();
                told.add(new Told.TurnSkipped(id, skip.reason().code(), author.isEmpty() ? null : author));
            }
        }
    }

    /** What viewers are told now. */
    List<Told> told() {
        var now = List.copyOf(told);
        told.clear();
        return now;
    }

    /** The facts, if some are due. @param all whether due or not */
    List<Fact.TurnSkipped> facts(Instant now, boolean all) {
        if (batches.isEmpty() || !all && now.isBefore(flushed.plus(BATCH))) {
            return List.of();
        }
        flushed = now;
        List<Fact.TurnSkipped> facts = new ArrayList<>();
        batches.forEach((reason, batch) -> facts.add(new Fact.TurnSkipped(
                session, tenant, batch.first, reason.code(), batch.others == 0 ? null : batch.others)));
        batches.clear();
        return facts;
    }
}
