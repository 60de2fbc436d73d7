package dev.callsheet.avatar.inbound;

import static org.assertj.core.api.Assertions.assertThat;

import dev.callsheet.conversation.line.Media;
import dev.callsheet.conversation.pipeline.Told;
import io.quarkus.websockets.next.CloseReason;
import io.quarkus.websockets.next.WebSocketConnection;
import io.smallrye.mutiny.Uni;
import java.lang.reflect.Proxy;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class SocketViewerTest {
    private static final HelloView HELLO = new HelloView(
            "s", "live", 1, "lite", MediaView.of(new Media.None()), "AI", "queue", new HelloView.Limits(2000));

    private final List<String> sent = new ArrayList<>();
    private final List<Integer> closes = new ArrayList<>();
    private final List<Runnable> threads = new ArrayList<>();
    private Uni<Void> network = Uni.createFrom().voidItem();

    private final SocketViewer viewer = new SocketViewer(connection(), () -> HELLO, threads::add);

    @Test
    void whatComesWhileItIsGreetedWaitsForTheGreeting() {
        viewer.tell("1", new Told.Hello(false));
        viewer.tell("2", new Told.TurnSpeaking(1));
        assertThat(sent).isEmpty();

        threads.removeFirst().run();
        viewer.tell("3", new Told.TurnToken(1, "a"));

        assertThat(sent).hasSize(3);
        assertThat(sent.get(0)).contains("session.hello", "\"disclosure\":\"AI\"", "\"cursor\":\"1\"");
        assertThat(sent.get(1)).contains("turn.speaking");
        assertThat(sent.get(2)).contains("turn.token");
    }

    @Test
    void oneThatDoesNotTakeItsMessagesIsSentAwayAndToldNoMore() {
        network = Uni.createFrom().nothing();

        for (int i = 0; i < 5000; i++) {
            viewer.tell("c", new Told.TurnToken(1, "word "));
        }

        assertThat(closes).containsExactly(SocketViewer.TOO_SLOW);
        assertThat(sent).hasSize(2000);
    }

    @Test
    void fewMessagesThatAreLargeAreTooManyToo() {
        network = Uni.createFrom().nothing();

        for (int i = 0; i < 20; i++) {
            viewer.tell("c", new Told.TurnSentence(1, 0, "x".repeat(50_000)));
        }

        assertThat(closes).containsExactly(SocketViewer.TOO_SLOW);
        assertThat(sent).hasSizeLessThan(12);
    }

    @Test
    void theLastMessageEndsTheLine() {
        viewer.tell("1", new Told.SessionEnded("USER_CLOSED"));
        viewer.tell("2", new Told.TurnSpeaking(1));

        assertThat(sent).singleElement().asString().contains("session.ended");
        assertThat(closes).containsExactly(1000);
    }

    @Test
    void whereAnotherProcessHoldsTheSessionTheViewerIsToComeAgain() {
        viewer.tell("", new Told.Trouble("session.elsewhere", "come again"));

        assertThat(closes).containsExactly(4409);
    }

    private WebSocketConnection connection() {
        return (WebSocketConnection) Proxy.newProxyInstance(
                getClass().getClassLoader(), new Class<?>[] {WebSocketConnection.class}, (self, method, arguments) -> {
                    switch (method.getName()) {
                        case "sendText" -> {
                            sent.add((String) arguments[0]);
                            return network;
                        }
                        case "close" -> {
                            closes.add(((CloseReason) arguments[0]).getCode());
                            return Uni.createFrom().voidItem();
                        }
                        default -> throw new UnsupportedOperationException(method.getName());
                    }
                });
    }
}
