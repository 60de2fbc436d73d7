package dev.callsheet.avatar.live;

import dev.callsheet.avatar.domain.EndReason;
import dev.callsheet.avatar.domain.Session;
import dev.callsheet.avatar.domain.SessionStore;
import dev.callsheet.contracts.SessionId;
import dev.callsheet.conversation.pipeline.Conversation;
import dev.callsheet.conversation.pipeline.Told;
import dev.callsheet.conversation.pipeline.Viewer;
import dev.callsheet.conversation.turn.Input;
import io.quarkus.arc.All;
import io.quarkus.runtime.ShutdownEvent;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReentrantLock;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * The conversations that this process holds. It holds one only while it owns the session; viewers of a session that is not
 * seen yet wait in the {@link Foyer}.
 */
@Singleton
public class Conversations {
    private static final Logger LOG = Logger.getLogger(Conversations.class);
    private static final int LOCKS = 256;
    private static final Told ELSEWHERE =
            new Told.Trouble("session.elsewhere", "The conversation goes on elsewhere: come again.");

    private final Map<SessionId, Running> running = new ConcurrentHashMap<>();
    private final Lock[] locks = new Lock[LOCKS];
    private final SessionStore store;
    private final Deeds deeds;
    private final Openings openings;
    private final Foyer foyer;
    private final Inbox inbox;
    private final Lines lines;
    private final List<ConversationWatch> watches;
    private final Clock clock;

    Conversations(
            SessionStore store,
            Deeds deeds,
            Openings openings,
            Foyer foyer,
            Inbox inbox,
            Lines lines,
            @All List<ConversationWatch> watches,
            Clock clock) {
        this.store = store;
        this.deeds = deeds;
        this.openings = openings;
        this.foyer = foyer;
        this.inbox = inbox;
        this.lines = lines;
        this.watches = List.copyOf(watches);
        this.clock = clock;
        Arrays.setAll(locks, i -> new ReentrantLock());
    }

    /** What became of a viewer who came. */
    public enum Joined {
        /** It follows the conversation. */
        LIVE,
        /** It is told when the session is seen, and follows it then. */
        WAITING,
        /** As {@link #WAITING}. */
        PAUSED,
        /** Another process holds the conversation, for viewers of its own. */
        ELSEWHERE,
        /** There is nothing to follow. */
        OVER
    }

    /** @param after the cursor of the last message that the viewer saw, empty for none */
    public Joined join(SessionId id, Viewer viewer, String after) {
        var here = held(id, true);
        if (here.isPresent()) {
            enter(here.get(), viewer, after);
            return Joined.LIVE;
        }
        return switch (store.find(id).orElse(null)) {
            case null -> Joined.OVER;
            case Session.Requested _, Session.Closing _, Session.Closed _ -> Joined.OVER;
            case Session.Live _, Session.Rotating _ -> Joined.ELSEWHERE;
            case Session.Waiting s -> foyer.enter(s, viewer, after, Joined.WAITING);
            case Session.Opening s -> foyer.enter(s, viewer, after, Joined.WAITING);
            case Session.Paused s -> foyer.enter(s, viewer, after, Joined.PAUSED);
        };
    }

    public void leave(SessionId id, Viewer viewer) {
        foyer.leave(id, viewer);
        Optional.ofNullable(running.get(id)).ifPresent(r -> {
            r.viewers().remove(viewer);
            r.conversation().leave(viewer);
        });
    }

    /** Hands words to the conversation, here or wherever it is held; false if the session is not live. */
    public boolean say(SessionId id, Input input) {
        var here = held(id, false);
        if (here.isPresent()) {
            here.get().conversation().say(input);
            return true;
        }
        return store.find(id).map(Session::seen).isPresent() && inbox.post(id, input);
    }

    /** False if the conversation is not held here. */
    public boolean interrupt(SessionId id) {
        var here = here(id);
        here.ifPresent(Conversation::interrupt);
        return here.isPresent();
    }

    /** A viewer has the next leg's picture. */
    public void mediaReady(SessionId id, int leg) {
        Optional.ofNullable(running.get(id)).ifPresent(r -> r.ready(leg));
    }

    /** The conversation, if it is held here. */
    public Optional<Conversation> here(SessionId id) {
        return Optional.ofNullable(running.get(id)).map(Running::conversation);
    }

    /** How many viewers follow or wait here. */
    public int viewers(SessionId id) {
        var here = running.get(id);
        return foyer.count(id) + (here == null ? 0 : here.viewers().size());
    }

    Collection<Running> running() {
        return List.copyOf(running.values());
    }

    Optional<Running> find(SessionId id) {
        return Optional.ofNullable(running.get(id));
    }

    /** A session has come to stand so: whoever follows or waits is told, and a leg that runs is seen. */
    void stands(Session session) {
        var id = session.order().sessionId();
        var leg = session.seen();
        var here = running.get(id);
        if (leg == null) {
            foyer.tell(session);
            if (here != null) {
                here.conversation().tell(foyer.told(session));
            }
        } else if (here == null) {
            held(id, false);
        } else if (here.leg().number() != leg.number()) {
            lines.cut(here, leg);
        }
    }

    /** Whoever waits here is told where the session stands, also if it was opened by another process. */
    void tellWaiting() {
        for (var id : foyer.sessions()) {
            store.find(id).ifPresent(session -> {
                switch (session) {
                    case Session.Live _, Session.Rotating _ -> letIn(id);
                    case Session.Closing s -> foyer.close(id, s.reason());
                    case Session.Closed s -> foyer.close(id, s.reason());
                    case Session.Requested _, Session.Waiting _, Session.Opening _, Session.Paused _ ->
                        foyer.tell(session);
                }
            });
        }
    }

    private void letIn(SessionId id) {
        var here = held(id, true);
        if (here.isPresent()) {
            foyer.empty(id).forEach((viewer, after) -> enter(here.get(), viewer, after));
        } else {
            foyer.empty(id).keySet().forEach(viewer -> viewer.tell("", ELSEWHERE));
        }
    }

    /** Takes the conversation of a session that nobody holds any more. */
    void takeOver(SessionId id) {
        held(id, false).ifPresent(here -> LOG.infof("the conversation of session %s is held here now", id));
    }

    /** Ends the conversation, if it is held here. */
    void close(SessionId id, EndReason reason) {
        var here = remove(id);
        if (here != null) {
            here.conversation().close(reason.name());
        }
        foyer.close(id, reason);
    }

    /** Nothing is seen for a while: whoever follows waits for the next begin. */
    void pause(Session.Paused session) {
        var here = remove(session.order().sessionId());
        if (here != null) {
            here.conversation().release();
            lines.rest(here);
            deeds.release(here.id());
            here.viewers().forEach(viewer -> foyer.enter(session, viewer, "", Joined.PAUSED));
        }
    }

    /** The conversation goes on elsewhere. */
    void letGo(SessionId id) {
        var here = remove(id);
        if (here != null) {
            here.viewers().forEach(viewer -> viewer.tell("", ELSEWHERE));
            here.conversation().release();
            deeds.release(id);
        }
    }

    /** Words that were left for the conversation are taken into it. */
    void collect(SessionId id) {
        here(id).ifPresent(conversation -> inbox.take(id).forEach(conversation::say));
    }

    /** The sessions go on: another process, or this one anew, takes them over within their lease. */
    void stop(@Observes ShutdownEvent event) {
        var threads = running.keySet().stream()
                .map(id -> Thread.startVirtualThread(() -> letGo(id)))
                .toList();
        for (Thread thread : threads) {
            try {
                thread.join();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                return;
            }
        }
    }

    private Optional<Running> held(SessionId id, boolean insist) {
        var here = running.get(id);
        if (here != null) {
            return Optional.of(here);
        }
        var lock = locks[Math.floorMod(id.hashCode(), LOCKS)];
        lock.lock();
        try {
            here = running.get(id);
            return here != null ? Optional.of(here) : open(id, insist);
        } finally {
            lock.unlock();
        }
    }

    private Optional<Running> open(SessionId id, boolean insist) {
        if (store.find(id).map(Session::seen).isEmpty() || !deeds.take(id, insist)) {
            return Optional.empty();
        }
        // A process before this one may have died between two legs: the newer one is seen.
        var session = store.change(id, s -> s.switched(clock.instant())).orElseThrow();
        var leg = session.seen();
        if (leg == null) {
            deeds.release(id);
            return Optional.empty();
        }
        var opened = openings.open(session, leg);
        running.put(id, opened);
        watches.forEach(watch -> watch.opened(opened.order(), opened.conversation()));
        foyer.empty(id).forEach((viewer, after) -> enter(opened, viewer, after));
        collect(id);
        return Optional.of(opened);
    }

    private void enter(Running here, Viewer viewer, String after) {
        here.viewers().add(viewer);
        here.conversation().join(viewer, after);
        openings.disclose(here);
    }

    private @Nullable Running remove(SessionId id) {
        var here = running.remove(id);
        if (here != null) {
            here.end();
            watches.forEach(watch -> watch.closed(id));
        }
        return here;
    }
}
