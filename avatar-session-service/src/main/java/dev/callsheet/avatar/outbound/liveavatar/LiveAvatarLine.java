package dev.callsheet.avatar.outbound.liveavatar;

import com.fasterxml.jackson.databind.JsonNode;
import dev.callsheet.avatar.domain.AvatarEvent;
import dev.callsheet.avatar.domain.AvatarLine;
import dev.callsheet.contracts.Json;
import dev.callsheet.contracts.UnreadableEvent;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.WebSocket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Base64;
import java.util.Deque;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * LITE mode's WebSocket. It drops without a word what comes before its state {@code connected}, so messages wait here
 * until then, and go out one after the other.
 */
final class LiveAvatarLine implements AvatarLine, WebSocket.Listener {
    private final Consumer<AvatarEvent> listener;
    private final Deque<Message> waiting = new ArrayDeque<>();
    private final StringBuilder incoming = new StringBuilder();
    private @Nullable WebSocket socket;
    private boolean connected;
    private boolean sending;
    private boolean over;

    LiveAvatarLine(Consumer<AvatarEvent> listener) {
        this.listener = listener;
    }

    private record Message(boolean audio, String text) {}

    void open(HttpClient http, URI url, Duration timeout) {
        http.newWebSocketBuilder().connectTimeout(timeout).buildAsync(url, this).whenComplete((opened, failure) -> {
            if (failure != null) {
                lost("not opened");
            }
        });
        CompletableFuture.delayedExecutor(timeout.toMillis(), TimeUnit.MILLISECONDS)
                .execute(() -> {
                    if (!isConnected()) {
                        lost("not connected in time");
                    }
                });
    }

    @Override
    public void speak(String utterance, byte[] pcm) {
        String audio = Base64.getEncoder().encodeToString(pcm);
        add(new Message(true, Json.text(Map.of("type", "agent.speak", "event_id", utterance, "audio", audio))));
    }

    @Override
    public void speakEnd(String utterance) {
        add(new Message(true, Json.text(Map.of("type", "agent.speak_end", "event_id", utterance))));
    }

    @Override
    public synchronized void interrupt() {
        waiting.removeIf(Message::audio);
        add(new Message(false, Json.text(Map.of("type", "agent.interrupt"))));
    }

    @Override
    public synchronized void close() {
        over = true;
        waiting.clear();
        if (socket != null) {
            socket.sendClose(WebSocket.NORMAL_CLOSURE, "").exceptionally(failure -> socket);
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
        opened.request(1);
    }

    @Override
    public @Nullable CompletionStage<?> onText(WebSocket from, CharSequence data, boolean last) {
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
    public @Nullable CompletionStage<?> onClose(WebSocket from, int status, String reason) {
        lost("closed with " + status);
        return null;
    }

    @Override
    public void onError(WebSocket from, Throwable error) {
        lost(String.valueOf(error.getMessage()));
    }

    private void heard(JsonNode message) {
        String utterance = message.path("event_id").asText();
        switch (message.path("type").asText()) {
            case "session.state_updated" -> state(message.path("state").asText());
            case "agent.speak_started" -> listener.accept(new AvatarEvent.Started(utterance));
            case "agent.speak_ended" -> listener.accept(new AvatarEvent.Ended(utterance));
            case "session.stopped" -> stopped(message.path("end_reason").asText());
            default -> {
                // New message types may come at any time.
            }
        }
    }

    private void state(String state) {
        if (state.equals("connected")) {
            synchronized (this) {
                connected = true;
                pump();
            }
            listener.accept(new AvatarEvent.Connected());
        }
    }

    private void stopped(String reason) {
        synchronized (this) {
            over = true;
        }
        listener.accept(new AvatarEvent.Stopped(reason));
    }

    private synchronized void add(Message message) {
        if (!over) {
            waiting.addLast(message);
            pump();
        }
    }

    private synchronized void pump() {
        var open = socket;
        var next = connected && !sending && open != null ? waiting.pollFirst() : null;
        if (next == null || open == null) {
            return;
        }
        sending = true;
        open.sendText(next.text(), true).whenComplete((sent, failure) -> {
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

    private synchronized boolean isConnected() {
        return connected || over;
    }

    private void lost(String cause) {
        synchronized (this) {
            if (over) {
                return;
            }
            over = true;
            waiting.clear();
            if (socket != null) {
                socket.abort();
            }
        }
        listener.accept(new AvatarEvent.Lost(cause));
    }
}
