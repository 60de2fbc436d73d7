package dev.callsheet.avatar.inbound;

import dev.callsheet.conversation.pipeline.Told;
import dev.callsheet.conversation.pipeline.Viewer;
import io.quarkus.websockets.next.CloseReason;
import io.quarkus.websockets.next.WebSocketConnection;
import java.util.ArrayDeque;
import java.util.Queue;
import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * A viewer behind a WebSocket. What it is told waits for its network up to a limit; beyond that it is sent away, and may
 * come back and be told what it missed: nobody else waits for it.
 */
final class SocketViewer implements Viewer {
    static final int TOO_SLOW = 4408;
    /** The code of a trouble after which another process is to be asked. */
    static final String ELSEWHERE = "session.elsewhere";

    private static final int HELD_ELSEWHERE = 4409;
    private static final int MOST_UNSENT = 2000;
    private static final int MOST_UNSENT_CHARS = 512 << 10;
    private static final int TRY_AGAIN = 1013;
    private static final Logger LOG = Logger.getLogger(SocketViewer.class);

    private final WebSocketConnection connection;
    private final Supplier<HelloView> hello;
    private final Executor threads;
    private final AtomicInteger unsent = new AtomicInteger();
    private final AtomicInteger unsentChars = new AtomicInteger();
    private final Queue<Message> held = new ArrayDeque<>();
    private boolean greeting;
    private volatile boolean gone;

    /** @param hello finds out how the session stands; may block, so it is asked on one of the threads */
    SocketViewer(WebSocketConnection connection, Supplier<HelloView> hello, Executor threads) {
        this.connection = connection;
        this.hello = hello;
        this.threads = threads;
    }

    private record Message(String cursor, Told told) {}

    @Override
    public synchronized void tell(String cursor, Told told) {
        if (gone) {
            return;
        }
        if (told instanceof Told.Hello && !greeting) {
            greeting = true;
            held.add(new Message(cursor, told));
            threads.execute(this::greet);
        } else if (greeting) {
            hold(new Message(cursor, told));
        } else {
            send(ToldText.of(cursor, told, null));
            endWith(told);
        }
    }

    /** Tells what is of this line alone. */
    void problem(String code, String text, @Nullable String inputId) {
        send(ToldText.problem(code, text, inputId));
    }

    /** Ends the line after what was told. */
    void close(int code, String reason) {
        gone = true;
        connection
                .close(new CloseReason(code, reason))
                .subscribe()
                .with(closed -> {}, lost -> LOG.debug("the viewer is gone"));
    }

    private void greet() {
        try {
            HelloView view = hello.get();
            synchronized (this) {
                for (Message message = held.poll(); message != null; message = held.poll()) {
                    send(ToldText.of(message.cursor, message.told, view));
                    endWith(message.told);
                }
                greeting = false;
            }
        } catch (RuntimeException e) {
            LOG.warnf("a viewer cannot be greeted: %s", e.getMessage());
            close(TRY_AGAIN, "try again");
        }
    }

    private void hold(Message message) {
        held.add(message);
        if (held.size() > MOST_UNSENT) {
            close(TOO_SLOW, "too slow");
        }
    }

    private void endWith(Told told) {
        if (told instanceof Told.SessionEnded(String reason)) {
            close(1000, reason);
        } else if (told instanceof Told.Trouble(String code, String _) && code.equals(ELSEWHERE)) {
            close(HELD_ELSEWHERE, "held elsewhere");
        }
    }

    private void send(String text) {
        if (gone) {
            return;
        }
        if (unsent.incrementAndGet() > MOST_UNSENT || unsentChars.addAndGet(text.length()) > MOST_UNSENT_CHARS) {
            close(TOO_SLOW, "too slow");
            return;
        }
        connection.sendText(text).subscribe().with(sent -> sent(text), lost -> sent(text));
    }

    private void sent(String text) {
        unsent.decrementAndGet();
        unsentChars.addAndGet(-text.length());
    }
}
