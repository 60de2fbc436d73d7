package dev.callsheet.twin.chat;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.hamcrest.Matchers.equalTo;

import dev.callsheet.twin.queue.QuickTwin;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** The OpenAI-style endpoints: what is said can be heard again, and what goes wrong on order. */
@QuarkusTest
@TestProfile(QuickTwin.class)
class MindsIT {
    @AfterEach
    void healthy() {
        given().delete("/twin/faults");
        given().delete("/twin/delays");
    }

    @Test
    void aSpokenQuestionIsTranscribed() {
        byte[] question = given().queryParam("text", "Who plays tonight?")
                .get("/twin/question.wav")
                .then()
                .statusCode(200)
                .contentType("audio/wav")
                .extract()
                .asByteArray();
        byte[] spoken = llm().body(Map.of("input", "And who sings?", "response_format", "wav"))
                .post("/v1/audio/speech")
                .asByteArray();

        transcribe(question).then().statusCode(200).body("text", equalTo("Who plays tonight?"));
        transcribe(spoken).then().statusCode(200).body("text", equalTo("And who sings?"));
        transcribe(new byte[100]).then().statusCode(400);
    }

    @Test
    void aChatBreaksOffAsOrdered() {
        assertThatThrownBy(() -> chat("Cut it. [[fault:chat-cut:1:2]]").asString())
                .hasStackTraceContaining("onnection");
        assertThat(chat("Fail midway. [[fault:chat-error:1:2]]").asString())
                .contains("\"content\":\" am\"")
                .contains("overloaded")
                .doesNotContain("[DONE]", " a\"");
        assertThat(chat("End early. [[fault:chat-unended:1:2]]").asString()).doesNotContain("[DONE]");
        assertThat(chat("Refuse. [[fault:chat-refused]]").asString()).contains("content_filter");
        chat("Limit. [[fault:chat-limited:1:3s]]").then().statusCode(429).header("Retry-After", "3");
        chat("Fail. [[fault:chat-failed]]").then().statusCode(500).body("error.type", equalTo("server_error"));
    }

    @Test
    void aVoiceFailsAsOrdered() {
        assertThat(say("Silent. [[fault:speech-silent]]").asByteArray()).containsOnly(0);
        say("Page. [[fault:speech-wrong-type]]").then().statusCode(200).contentType("text/html");
        assertThat(say("Empty. [[fault:speech-empty]]").asByteArray()).isEmpty();
        assertThatThrownBy(() -> say("Cut. [[fault:speech-cut]]").asByteArray()).hasStackTraceContaining("onnection");
    }

    @Test
    void theFirstTokenComesAtTheTimeThatWasSetLast() {
        given().contentType("application/json")
                .body(Map.of("llmFirstMs", 300, "llmBetweenMs", 0))
                .post("/twin/delays");
        var before = Instant.now();

        chat("Slowly.").then().statusCode(200);

        assertThat(Duration.between(before, Instant.now())).isBetween(Duration.ofMillis(295), Duration.ofMillis(900));
    }

    @Test
    void transcriptionsFailAsOrdered() {
        byte[] question =
                given().queryParam("text", "Who?").get("/twin/question.wav").asByteArray();
        arm("transcription-failed");
        transcribe(question).then().statusCode(500);
        arm("transcription-empty");
        transcribe(question).then().statusCode(200).body("text", equalTo(""));
    }

    private static void arm(String fault) {
        given().contentType("application/json")
                .body(Map.of("fault", fault))
                .post("/twin/faults")
                .then()
                .statusCode(200);
    }

    private static Response chat(String words) {
        var question = Map.of("role", "user", "content", words);
        return llm().body(Map.of("model", "any", "stream", true, "messages", List.of(question)))
                .post("/v1/chat/completions");
    }

    private static Response say(String text) {
        return llm().body(Map.of("input", text, "response_format", "pcm")).post("/v1/audio/speech");
    }

    private static Response transcribe(byte[] wav) {
        return given().header("Authorization", "Bearer twin-llm-key")
                .multiPart("file", "speech.wav", wav, "audio/wav")
                .multiPart("model", "twin")
                .post("/v1/audio/transcriptions");
    }

    private static RequestSpecification llm() {
        return given().header("Authorization", "Bearer twin-llm-key").contentType("application/json");
    }
}
