package dev.callsheet.avatar.live.show;

import dev.callsheet.avatar.domain.SessionOrder;
import dev.callsheet.avatar.live.ConversationWatch;
import dev.callsheet.contracts.SessionId;
import dev.callsheet.conversation.comments.Comment;
import dev.callsheet.conversation.comments.CommentDesk;
import dev.callsheet.conversation.comments.Moderator;
import dev.callsheet.conversation.pipeline.Conversation;
import dev.callsheet.conversation.plan.Programme;
import dev.callsheet.conversation.plan.SessionPlan;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * The shows of the conversations that this process holds: comments are answered and talking points said while nobody else
 * speaks, and the plan's rests and end are kept. One clock looks at all of them.
 */
@ApplicationScoped
public class Shows implements ConversationWatch {
    private static final Logger LOG = Logger.getLogger(Shows.class);

    private final Map<SessionId, Show> shows = new ConcurrentHashMap<>();
    private final CommentSettings settings;
    private final Moderator moderator;
    private final Backstage backstage;
    private final SkipLog skips;
    private final Clock clock;

    Shows(CommentSettings settings, Moderator moderator, Backstage backstage, SkipLog skips, Clock clock) {
        this.settings = settings;
        this.moderator = moderator;
        this.backstage = backstage;
        this.skips = skips;
        this.clock = clock;
    }

    /** Takes a comment of a session's audience; false if this process does not hold its conversation. Does not block. */
    public boolean comment(SessionId id, Comment comment) {
        var show = shows.get(id);
        return show != null && show.comment(comment, clock.instant());
    }

    @Override
    public void opened(SessionOrder order, Conversation conversation) {
        var plan = order.plan() == null ? null : SessionPlan.parse(order.plan());
        var terms = settings.terms(plan == null ? Set.of() : Set.copyOf(plan.names()));
        var show = new Show(
                order,
                conversation,
                new CommentDesk(terms),
                new Programme(order.sessionId(), plan),
                moderator,
                backstage,
                skips,
                Thread::startVirtualThread);
        close(shows.put(order.sessionId(), show));
    }

    @Override
    public void closed(SessionId id) {
        close(shows.remove(id));
    }

    /** Looks at every show. What fails in one does not keep the others waiting. */
    void tick() {
        var now = clock.instant();
        shows.forEach((id, show) -> {
            try {
                show.tick(now);
            } catch (RuntimeException e) {
                LOG.errorf(e, "the show of session %s is looked at again later", id);
            }
        });
    }

    private void close(@Nullable Show show) {
        if (show != null) {
            show.close(clock.instant());
        }
    }
}
