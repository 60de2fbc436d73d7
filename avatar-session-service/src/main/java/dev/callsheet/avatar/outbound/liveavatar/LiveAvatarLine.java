package dev.callsheet.avatar.outbound.liveavatar;

import com.fasterxml.jackson.databind.JsonNode;
import dev.callsheet.contracts.Json;
import dev.callsheet.contracts.UnreadableEvent;
import dev.callsheet.conversation.line.AvatarEvent;
import dev.callsheet.conversation.line.AvatarLine;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.WebSocket;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * LITE mode's WebSocket. It drops without a word what comes before its state {@code connected}, so messages wait here
 * until then, and go out one after the other, as fast as the other side takes them. A line that is silent although it is
 * pinged is given up.
 */
final class LiveAvatarLine implements AvatarLine, WebSocket.Listener {
    private static final Duration FAREWELL = Duration.ofSeconds(2);

    private final Consumer<AvatarEvent> listener;
    private final Duration silence;
    private final Outgoing outgoing = new Outgoing();
    private final StringBuilder incoming = new StringBuilder();
    private @Nullable WebSocket socket;
    private boolean connected;
    private boolean sending;
    private boolean over;
    private volatile long lastHeard = System.nanoTime();

    /** @param silence after this long without any sign the line counts as lost */
    LiveAvatarLine(Consumer<AvatarEvent> listener, Duration silence) {
        this.listener = listener;
        this.silence = silence;
    }

    void open(HttpClient http, URI url, Duration timeout) {
        http.newWebSocketBuilder().connectTimeout(timeout).buildAsync(url, this).whenComplete((opened, failure) -> {
            if (failure != null) {
                lost("not opened");
            }
        });
        later(timeout, () -> {
            if (!settled()) {
                lost("not connected in time");
            }
        });
    }

    @Override
    public synchronized void speak(String utterance, byte[] pcm) {
        if (!over) {
            outgoing.speak(utterance, pcm);
            pump();
        }
    }

    @Override
    public synchronized void speakEnd(String utterance) {
        if (!over) {
            outgoing.speakEnd(utterance);
            pump();
        }
    }

    @Override
    public synchronized void interrupt() {
        if (!over) {
            outgoing.interrupt();
            pump();
        }
    }

    @Override
    public synchronized void close() {
        over = true;
        outgoing.clear();
        var open = socket;
        if (open != null) {
            open.sendClose(WebSocket.NORMAL_CLOSURE, "").exceptionally(failure -> open);
            // The other side may never answer.
            later(FAREWELL, open::abort);
        }
    }

    @Override
    public void onOpen(WebSocket opened) {
        synchronized (this) {
            socket = opened;
            if (over) {
                opened.abort();
                return;
            }
        }
        lastHeard = System.nanoTime();
        later(silence.dividedBy(4), this::listen);
        opened.request(1);
    }

    @Override
    public @Nullable CompletionStage<?> onText(WebSocket from, CharSequence data, boolean last) {
        lastHeard = System.nanoTime();
        incoming.append(data);
        if (last) {
            byte[] text = incoming.toString().getBytes(StandardCharsets.UTF_8);
            incoming.setLength(0);
            try {
                heard(Json.read(text));
            } catch (UnreadableEvent e) {
                // What we do not understand is not about us.
            }
        }
        from.request(1);
        return null;
    }

    @Override
    public @Nullable CompletionStage<?> onPong(WebSocket from, ByteBuffer message) {
        lastHeard = System.nanoTime();
        from.request(1);
        return null;
    }

    @Override
    public @Nullable CompletionStage<?> onClose(WebSocket from, int status, String reason) {
        lost("closed with " + status);
        return null;
    }

    @Override
    public void onError(WebSocket from, Throwable error) {
        lost(String.valueOf(error.getMessage()));
    }

    private void heard(JsonNode message) {
        String event = message.path("event_id").asText();
        switch (message.path("type").asText()) {
            case "session.state_updated" -> state(message.path("state").asText());
            case "agent.speak_started" -> started(event);
            case "agent.speak_ended" -> ended(event);
            case "session.stopped" -> stopped(message.path("end_reason").asText());
            default -> {
                // New message types may come at any time.
            }
        }
    }

    private void started(String event) {
        @Nullable String utterance;
        synchronized (this) {
            utterance = outgoing.started(event).orElse(null);
            pump();
        }
        if (utterance != null) {
            listener.accept(new AvatarEvent.Started(utterance));
        }
    }

    private void ended(String event) {
        @Nullable String utterance;
        synchronized (this) {
            utterance = outgoing.ended(event).orElse(null);
        }
        if (utterance != null) {
            listener.accept(new AvatarEvent.Ended(utterance));
        }
    }

    private void state(String state) {
        if (!state.equals("connected")) {
            return;
        }
        synchronized (this) {
            if (connected || over) {
                return;
            }
            connected = true;
            outgoing.connected();
            pump();
        }
        listener.accept(new AvatarEvent.Connected());
    }

    private void stopped(String reason) {
        synchronized (this) {
            if (over) {
                return;
            }
            over = true;
            outgoing.clear();
        }
        listener.accept(new AvatarEvent.Stopped(reason));
    }

    private synchronized void pump() {
        var open = socket;
        if (open == null || !connected || sending || over) {
            return;
        }
        var next = outgoing.next();
        if (next.isEmpty()) {
            return;
        }
        sending = true;
        open.sendText(Wire.text(next.get()), true).whenComplete((sent, failure) -> {
            synchronized (this) {
                sending = false;
            }
            if (failure == null) {
                pump();
            } else {
                lost("not sent");
            }
        });
    }

    /** Asks for a sign of life, or gives the line up. */
    private void listen() {
        @Nullable WebSocket open;
        synchronized (this) {
            if (over) {
                return;
            }
            open = socket;
        }
        if (System.nanoTime() - lastHeard > silence.toNanos()) {
            lost("silent");
            return;
        }
        if (open != null) {
            open.sendPing(ByteBuffer.allocate(0)).exceptionally(failure -> null);
        }
        later(silence.dividedBy(4), this::listen);
    }

    private synchronized boolean settled() {
        return connected || over;
    }

    private void lost(String cause) {
        synchronized (this) {
            if (over) {
                return;
            }
            over = true;
            outgoing.clear();
            if (socket != null) {
                socket.abort();
            }
        }
        listener.accept(new AvatarEvent.Lost(cause));
    }

    private static void later(Duration delay, Runnable what) {
        CompletableFuture.delayedExecutor(delay.toMillis(), TimeUnit.MILLISECONDS, Thread::startVirtualThread)
                .execute(what);
    }
}
