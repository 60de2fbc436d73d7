package dev.callsheet.avatar.domain;

import dev.callsheet.contracts.SessionId;
import dev.callsheet.conversation.turn.TurnRecord;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What is kept of turns that are over. Calls block. */
public interface TurnArchive {
    /**
     * A session's turns in their order; what is not kept of their words is empty.
     *
     * @param after only turns with a higher number
     */
    List<TurnRecord> turns(SessionId id, int after, int most);

    /** How sessions went since then; one without a turn may be missing. */
    Map<SessionId, Pace> pace(Collection<SessionId> ids, Instant since);

    /** @param firstFrameP50Ms half of the turns were seen to be answered sooner; null if none was */
    record Pace(int turns, @Nullable Long firstFrameP50Ms) {}
}
