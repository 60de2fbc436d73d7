package dev.callsheet.avatar.outbound.openai;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.callsheet.conversation.line.LanguageModel.Speaker;
import dev.callsheet.conversation.line.LanguageModel.Words;
import dev.callsheet.conversation.line.Work;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpServerResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The three ports over real connections. */
class EndpointsIT {
    private static final String DONE = "data: [DONE]\n\n";
    private static final Duration LONG = Duration.ofSeconds(5);
    private static final Duration SHORT = Duration.ofMillis(300);
    private static Vertx vertx;

    private final Heard heard = new Heard();
    private Server server;
    private OpenAiChat chat;
    private OpenAiSpeech speech;
    private OpenAiTranscriber transcriber;

    @BeforeAll
    static void machine() {
        vertx = Vertx.vertx();
    }

    @AfterAll
    static void stop() {
        vertx.close().toCompletionStage().toCompletableFuture().join();
    }

    @BeforeEach
    void open() {
        server = new Server(vertx);
        chat = new OpenAiChat(Accesses.llm(server.url(), LONG), vertx);
        speech = new OpenAiSpeech(Accesses.speech(server.url(), LONG), vertx);
        transcriber = new OpenAiTranscriber(Accesses.transcription(server.url(), LONG), vertx);
    }

    @AfterEach
    void close() {
        chat.close();
        speech.close();
        transcriber.close();
        server.close();
    }

    @Test
    void wordsComeAsTheyAreWrittenWhereverTheBytesAreCut() {
        byte[] events =
                (Server.token("Grüße") + ": a comment\n" + Server.token(" 你好") + DONE).getBytes(StandardCharsets.UTF_8);
        server.answer = response -> {
            for (byte one : events) {
                response.write(Buffer.buffer(new byte[] {one}));
            }
            response.end();
        };

        ask();

        heard("Grüße", " 你好", "end");
        assertThat(server.body.toString()).contains("\"role\":\"user\"", "\"stream\":true");
    }

    @Test
    void aClosedAnswerClosesItsConnectionAndTellsNothing() {
        hurried();
        server.answer = response -> response.write(Server.token("one"));
        Work work = ask();
        heard("one");

        work.close();

        await().atMost(Duration.ofSeconds(2)).until(() -> server.closed.get() == 1);
        quietFor(SHORT.plusMillis(100));
        heard("one");
    }

    @Test
    void aCallCanBeClosedBeforeItsAnswerBegins() {
        server.answer = response -> {};
        Work work = ask();
        await().until(() -> server.requests.get() == 1);

        work.close();
        work.close();

        await().atMost(Duration.ofSeconds(2)).until(() -> server.closed.get() == 1);
        ask().close();
        quietFor(SHORT);
        heard();
    }

    @Test
    void connectionsAreUsedAgainAlsoWhenAWholeAnswerIsClosed() {
        server.answer = response -> response.end(Server.token("one") + DONE);
        for (int i = 0; i < 5; i++) {
            int before = heard.told.size();
            Work work = ask();
            await().until(() -> heard.told.size() == before + 2);
            work.close();
        }
        assertThat(server.connections).hasValue(1);
        assertThat(server.closed).hasValue(0);
    }

    @Test
    void aGreetingLeavesAConnectionForTheFirstCall() {
        server.answer = response -> response.setStatusCode(404).end();
        int status = chat.endpoint()
                .greet()
                .toCompletionStage()
                .toCompletableFuture()
                .join();
        // The pool has a connection back only a moment after the answer is complete.
        await().pollDelay(Duration.ofMillis(200)).until(() -> server.requests.get() == 1);

        server.answer = response -> response.end(Server.token("one") + DONE);
        ask();

        heard("one", "end");
        assertThat(status).isEqualTo(404);
        assertThat(server.connections).hasValue(1);
    }

    @ParameterizedTest
    @CsvSource({"400,llm.refused,1", "401,llm.refused,1", "429,llm.limited,1", "503,llm.unavailable,2"})
    void aRefusalHasItsCode(int status, String code, int tries) {
        server.answer = response -> response.setStatusCode(status).end("{}");

        ask();

        heard(code);
        assertThat(server.requests).hasValue(tries);
    }

    @Test
    void whatFailsBeforeItBeginsIsTriedOnceMore() {
        server.answer = response -> {
            server.answer = next -> next.end(Server.token("one") + DONE);
            server.cut();
        };
        ask();
        heard("one", "end");
    }

    @Test
    void whatBreaksOffIsToldOnce() {
        server.answer = response -> response.write(Server.token("one")).onComplete(sent -> server.cut());
        ask();
        heard("one", "llm.unavailable");
        assertThat(server.requests).hasValue(1);
    }

    @ParameterizedTest
    @CsvSource({
        "'data: {\"error\":{\"message\":\"overloaded\"}}\n\n',llm.failed",
        "'data: <html>\n\n',llm.unreadable",
        "'',llm.unavailable",
        "'data: {\"choices\":[{\"delta\":{},\"finish_reason\":\"content_filter\"}]}\n\ndata: [DONE]\n\n',llm.filtered"
    })
    void aStreamThatIsNoAnswerIsToldApart(String events, String code) {
        server.answer = response -> response.end(events);
        ask();
        heard(code);
    }

    @Test
    void silenceHasAnEndBeforeTheFirstWordAndAfterIt() {
        hurried();
        server.answer = response -> {};
        ask();
        heard("llm.timeout");

        heard.told.clear();
        server.answer = response -> response.write(Server.token("one"));
        ask();
        heard("one", "llm.stalled");
        await().until(() -> server.closed.get() == 2);
    }

    @Test
    void nobodyThereIsTold() {
        server.close();
        ask();
        heard("llm.unavailable");
    }

    @Test
    void soundComesInWholeSamples() {
        server.answer = response -> {
            response.putHeader("Content-Type", "audio/pcm");
            piece(response, 3);
            piece(response, 4);
            piece(response, 1);
            response.end();
        };
        speech.say("Hello.", heard);
        await().until(() -> heard.told.contains("end"));

        int bytes = heard.told.stream()
                .filter(told -> told.startsWith("pcm "))
                .mapToInt(told -> Integer.parseInt(told.substring(4)))
                .peek(length -> assertThat(length).isEven())
                .sum();
        assertThat(bytes).isEqualTo(8);
    }

    @Test
    void whatIsNoSoundIsNotSpoken() {
        server.answer = response ->
                response.putHeader("Content-Type", "text/html; charset=utf-8").end("<html>");
        speech.say("Hello.", heard);
        heard("speech.unreadable");

        heard.told.clear();
        server.answer = HttpServerResponse::end;
        speech.say("Hello.", heard);
        heard("speech.empty");
    }

    @Test
    void speechGoesUpAsAFileAndComesBackAsText() {
        server.answer = response -> response.end("{\"text\":\"What now?\",\"usage\":{}}");
        transcriber.transcribe(new byte[] {1, 2, 3, 4}, "en-GB", heard);
        heard("text What now?");

        assertThat(server.body.toString("ISO-8859-1"))
                .contains("name=\"model\"\r\n\r\nwhisper\r\n")
                .contains("name=\"language\"\r\n\r\nen\r\n")
                .contains("filename=\"speech.wav\"\r\nContent-Type: audio/wav\r\n\r\nRIFF")
                .contains("data\4\0\0\0\1\2\3\4\r\n--");
    }

    @Test
    void anAnswerWithoutATextIsNone() {
        server.answer = response -> response.end("[]");
        transcriber.transcribe(new byte[2], null, heard);
        heard("transcription.unreadable");
    }

    /** Waits less from now on. */
    private void hurried() {
        chat.close();
        chat = new OpenAiChat(Accesses.llm(server.url(), SHORT), vertx);
    }

    private Work ask() {
        return chat.answer(List.of(new Words(Speaker.PERSON, "Hello?")), heard);
    }

    private void heard(String... expected) {
        await().atMost(LONG)
                .pollInterval(Duration.ofMillis(5))
                .untilAsserted(() -> assertThat(heard.told).containsExactly(expected));
    }

    /** Longer than anything that still might come. */
    private void quietFor(Duration time) {
        int before = heard.told.size();
        await().during(time).atMost(time.plusSeconds(1)).until(() -> heard.told.size() == before);
    }

    private static void piece(HttpServerResponse response, int length) {
        response.write(Buffer.buffer(new byte[length]));
    }
}
