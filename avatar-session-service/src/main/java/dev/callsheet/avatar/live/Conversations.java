package dev.callsheet.avatar.live;

import dev.callsheet.avatar.domain.AvatarEvent;
import dev.callsheet.avatar.domain.AvatarProvider;
import dev.callsheet.avatar.domain.EndReason;
import dev.callsheet.avatar.domain.ProviderTrouble;
import dev.callsheet.avatar.domain.Session;
import dev.callsheet.avatar.domain.SessionStore;
import dev.callsheet.contracts.SessionId;
import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import java.time.Clock;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;
import org.jboss.logging.Logger;

/** The conversations that run in this process. One is made when a live session is first joined, here or after a restart. */
@ApplicationScoped
public class Conversations {
    private static final Logger LOG = Logger.getLogger(Conversations.class);
    private static final int RECONNECTS = 5;
    private static final Executor THREADS = Thread::startVirtualThread;

    private final Map<SessionId, Conversation> running = new ConcurrentHashMap<>();
    private final SessionStore store;
    private final AvatarProvider provider;
    private final Answers answers;
    private final SessionTrace trace;
    private final Clock clock;
    private final Event<EndedByProvider> endings;

    Conversations(
            SessionStore store,
            AvatarProvider provider,
            Answers answers,
            SessionTrace trace,
            Clock clock,
            Event<EndedByProvider> endings) {
        this.store = store;
        this.provider = provider;
        this.answers = answers;
        this.trace = trace;
        this.clock = clock;
        this.endings = endings;
    }

    /** The provider has ended a session by itself. */
    public record EndedByProvider(SessionId id, EndReason reason) {}

    /** Joins the conversation of a live session; false if the session is not live. */
    public boolean join(SessionId id, Viewer viewer) {
        var conversation = open(id);
        conversation.ifPresent(c -> c.join(viewer));
        return conversation.isPresent();
    }

    public void leave(SessionId id, Viewer viewer) {
        Optional.ofNullable(running.get(id)).ifPresent(c -> c.leave(viewer));
    }

    /** Says something in a live session; false if it is not live. */
    public boolean say(SessionId id, String text) {
        var conversation = open(id);
        conversation.ifPresent(c -> c.say(text));
        return conversation.isPresent();
    }

    public void interrupt(SessionId id) {
        Optional.ofNullable(running.get(id)).ifPresent(Conversation::interrupt);
    }

    /** Ends the conversation, if it runs here. */
    void close(SessionId id, EndReason reason) {
        var conversation = running.remove(id);
        if (conversation != null) {
            conversation.close(reason);
        }
    }

    @PreDestroy
    void stop() {
        // The sessions go on: another process, or this one anew, takes them over within their lease.
        running.clear();
    }

    private Optional<Conversation> open(SessionId id) {
        var here = running.get(id);
        if (here != null) {
            return Optional.of(here);
        }
        if (!(store.find(id).orElse(null) instanceof Session.Live live)) {
            return Optional.empty();
        }
        boolean[] made = {false};
        var conversation = running.computeIfAbsent(id, key -> {
            made[0] = true;
            return conversation(live);
        });
        if (made[0]) {
            connect(conversation);
        }
        return Optional.of(conversation);
    }

    private Conversation conversation(Session.Live live) {
        var id = live.order().sessionId();
        int last = store.takeOver(live.order());
        var parent = store.origin(id).map(SessionStore.Origin::traceparent).orElse(null);
        var book = new TurnBook(live.order(), store, trace, parent, clock);
        return new Conversation(live, last, answers, book, clock);
    }

    private void connect(Conversation conversation) {
        var line = provider.connect(conversation.session().broadcast(), event -> heard(conversation, event));
        conversation.use(line);
    }

    private void heard(Conversation conversation, AvatarEvent event) {
        switch (event) {
            case AvatarEvent.Stopped(String reason) -> ended(conversation, reason);
            case AvatarEvent.Lost(String cause) -> {
                LOG.warnf("session %s: avatar line lost (%s)", id(conversation), cause);
                THREADS.execute(() -> recover(conversation, conversation.lost()));
            }
            case AvatarEvent.Connected _, AvatarEvent.Started _, AvatarEvent.Ended _ -> conversation.heard(event);
        }
    }

    private void recover(Conversation conversation, int breaks) {
        if (!conversation.watched()) {
            // Its viewer may have gone to another process, which then has the line: do not fight for it.
            running.remove(id(conversation), conversation);
            conversation.release();
            return;
        }
        try {
            var meter = provider.meter(conversation.session().broadcast().providerId());
            if (meter.isEmpty() || !meter.get().active()) {
                ended(conversation, meter.map(AvatarProvider.Meter::endReason).orElse(""));
                return;
            }
        } catch (ProviderTrouble e) {
            LOG.debugf("the provider is away: %s", e.getMessage());
        }
        if (breaks > RECONNECTS) {
            ended(conversation, "");
            return;
        }
        CompletableFuture.delayedExecutor(100L << breaks, TimeUnit.MILLISECONDS, THREADS)
                .execute(() -> {
                    if (running.get(id(conversation)) == conversation) {
                        connect(conversation);
                    }
                });
    }

    private void ended(Conversation conversation, String providerReason) {
        var reason = switch (providerReason) {
            case "MAX_DURATION_REACHED" -> EndReason.MAX_DURATION_REACHED;
            case "NO_CREDITS" -> EndReason.NO_CREDITS;
            default -> EndReason.PROVIDER_ENDED;
        };
        if (running.get(id(conversation)) == conversation) {
            THREADS.execute(() -> endings.fire(new EndedByProvider(id(conversation), reason)));
        }
    }

    private static SessionId id(Conversation conversation) {
        return conversation.session().order().sessionId();
    }
}
