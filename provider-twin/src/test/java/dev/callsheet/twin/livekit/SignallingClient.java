package dev.callsheet.twin.livekit;

import com.google.protobuf.InvalidProtocolBufferException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.WebSocket;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Predicate;
import livekit.LivekitRtc.SignalRequest;
import livekit.LivekitRtc.SignalResponse;
import livekit.LivekitRtc.SignalResponse.MessageCase;
import org.awaitility.Awaitility;

/** A LiveKit client as far as its signalling goes: it sees the messages and never answers an offer. */
final class SignallingClient implements WebSocket.Listener, AutoCloseable {
    private final List<SignalResponse> messages = new CopyOnWriteArrayList<>();
    private final WebSocket socket;
    private volatile boolean closed;

    private SignallingClient(URI address) {
        socket = HttpClient.newHttpClient()
                .newWebSocketBuilder()
                .connectTimeout(Duration.ofSeconds(5))
                .buildAsync(address, this)
                .join();
    }

    static SignallingClient join(String httpAddress, String token, String more) {
        return new SignallingClient(
                URI.create(httpAddress.replace("http", "ws") + "/rtc?access_token=" + token + more));
    }

    SignalResponse awaits(MessageCase kind) {
        return awaits(message -> message.getMessageCase() == kind);
    }

    SignalResponse awaits(Predicate<SignalResponse> which) {
        return Awaitility.await()
                .atMost(Duration.ofSeconds(5))
                .until(() -> messages.stream().filter(which).findFirst(), java.util.Optional::isPresent)
                .orElseThrow();
    }

    List<MessageCase> kinds() {
        return messages.stream().map(SignalResponse::getMessageCase).toList();
    }

    boolean closed() {
        return closed;
    }

    void say(SignalRequest.Builder request) {
        socket.sendBinary(ByteBuffer.wrap(request.build().toByteArray()), true).join();
    }

    /** Drops the line without a word. */
    void vanish() {
        socket.abort();
    }

    @Override
    public void close() {
        socket.abort();
    }

    @Override
    public CompletionStage<?> onBinary(WebSocket from, ByteBuffer data, boolean last) {
        try {
            messages.add(SignalResponse.parseFrom(data));
        } catch (InvalidProtocolBufferException e) {
            throw new AssertionError("a message came in pieces, or is none", e);
        }
        from.request(1);
        return java.util.concurrent.CompletableFuture.completedFuture(null);
    }

    @Override
    public CompletionStage<?> onClose(WebSocket from, int code, String reason) {
        closed = true;
        return java.util.concurrent.CompletableFuture.completedFuture(null);
    }
}
