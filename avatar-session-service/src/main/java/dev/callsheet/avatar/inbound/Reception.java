package dev.callsheet.avatar.inbound;

import dev.callsheet.avatar.domain.Session;
import dev.callsheet.avatar.domain.SessionStore;
import dev.callsheet.avatar.live.Conversations;
import dev.callsheet.contracts.SessionId;
import dev.callsheet.conversation.pipeline.Told;
import io.quarkus.websockets.next.WebSocketConnection;
import jakarta.inject.Singleton;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicLong;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/** Lets viewers into the sessions that their passes are for. */
@Singleton
class Reception {
    static final int NO_ACCESS = 4401;
    static final int NOT_THERE = 4404;
    private static final int TRY_AGAIN = 1013;
    private static final int BURST = 2;
    private static final Executor THREADS = Thread::startVirtualThread;
    private static final Logger LOG = Logger.getLogger(Reception.class);

    private final Conversations conversations;
    private final SessionStore store;
    private final Pictures pictures;
    private final Ears ears;
    private final ViewerPass passes;
    private final InputIds ids;
    private final Pulse pulse;
    private final Clock clock;
    private final int messagesPerSecond;

    Reception(
            Conversations conversations,
            SessionStore store,
            Pictures pictures,
            Ears ears,
            ViewerPass passes,
            InputIds ids,
            Pulse pulse,
            Clock clock,
            @ConfigProperty(name = "callsheet.viewer.messages-per-second", defaultValue = "50") int messagesPerSecond) {
        this.conversations = conversations;
        this.store = store;
        this.pictures = pictures;
        this.ears = ears;
        this.passes = passes;
        this.ids = ids;
        this.pulse = pulse;
        this.clock = clock;
        this.messagesPerSecond = messagesPerSecond;
    }

    /** Returns at once; the viewer is let in a little later. Empty if it has no right pass: then it is sent away. */
    Optional<TurnLine> receive(WebSocketConnection connection) {
        SessionId id = id(connection);
        String pass = parameter(connection, "access");
        if (id == null || !passes.admits(id, pass, connection.handshakeRequest().header(SocketFilter.ORIGIN))) {
            var stranger = new SocketViewer(connection, () -> nobody(), THREADS);
            stranger.problem("auth.pass", "This address does not let you into the session (any more).", null);
            stranger.close(NO_ACCESS, "no access");
            return Optional.empty();
        }
        var line = line(id, connection);
        String after = parameter(connection, "after");
        THREADS.execute(() -> join(line, after));
        return Optional.of(line);
    }

    /** The viewer is gone. */
    void leave(TurnLine line) {
        pulse.forget(line.id());
        THREADS.execute(() -> {
            conversations.leave(line.id(), line.viewer());
            line.end();
        });
    }

    private TurnLine line(SessionId id, WebSocketConnection connection) {
        String name = connection.id();
        var viewer = new SocketViewer(connection, () -> hello(id, name), THREADS);
        var heard = new AtomicLong();
        var listening = new Listening(
                id, conversations, viewer, () -> ids.ofMessage(id, name + " voice", heard.incrementAndGet()));
        var microphone = new Microphone(
                THREADS, () -> ears.open(id, listening), (code, message) -> viewer.problem(code, message, null));
        var messages = new Allowance(messagesPerSecond, BURST * messagesPerSecond, System.nanoTime());
        return new TurnLine(
                id, viewer, conversations, microphone, messages, number -> ids.ofMessage(id, name, number), clock);
    }

    private void join(TurnLine line, String after) {
        try {
            switch (conversations.join(line.id(), line.viewer(), after)) {
                case LIVE, WAITING, PAUSED -> {
                    pulse.beat(line.id());
                    line.letIn();
                }
                case ELSEWHERE ->
                    line.viewer()
                            .tell(
                                    "",
                                    new Told.Trouble(SocketViewer.ELSEWHERE, "Another process holds it: come again."));
                case OVER -> over(line);
            }
        } catch (RuntimeException e) {
            LOG.warnf("a viewer of session %s is not let in: %s", line.id(), e.getMessage());
            line.viewer().close(TRY_AGAIN, "try again");
        }
    }

    private void over(TurnLine line) {
        if (store.find(line.id()).orElse(null) instanceof Session.Closed closed) {
            line.viewer().tell("", new Told.SessionEnded(closed.reason().name()));
        } else {
            line.viewer().problem("session.not_live", "The session has not begun, or ends.", null);
            line.viewer().close(NOT_THERE, "not live");
        }
    }

    private HelloView hello(SessionId id, String viewer) {
        Session session = store.find(id).orElseThrow();
        return HelloView.of(session, pictures.of(session, viewer));
    }

    private static HelloView nobody() {
        throw new IllegalStateException("a stranger is not greeted");
    }

    private static @Nullable SessionId id(WebSocketConnection connection) {
        try {
            return new SessionId(UUID.fromString(connection.pathParam("id")));
        } catch (IllegalArgumentException e) {
            return null;
        }
    }

    private static String parameter(WebSocketConnection connection, String name) {
        String query =
                Optional.ofNullable(connection.handshakeRequest().query()).orElse("");
        for (String part : query.split("&")) {
            if (part.startsWith(name + "=")) {
                return decoded(part.substring(name.length() + 1));
            }
        }
        return "";
    }

    private static String decoded(String text) {
        try {
            return URLDecoder.decode(text, StandardCharsets.UTF_8);
        } catch (IllegalArgumentException e) {
            return "";
        }
    }
}
