package dev.callsheet.avatar.inbound;

import static dev.callsheet.avatar.inbound.Calls.end;
import static dev.callsheet.avatar.inbound.Calls.post;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import dev.callsheet.avatar.domain.Orders;
import dev.callsheet.avatar.domain.SessionStore;
import dev.callsheet.contracts.SessionComment;
import dev.callsheet.contracts.SessionId;
import dev.callsheet.stack.RealPartsResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.net.http.HttpClient;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.api.Test;

/** A session with a plan, and an audience on Kafka. */
@QuarkusTest
@WithTestResource(
        value = RealPartsResource.class,
        initArgs = {
            @ResourceArg(name = "parts", value = "kafka,postgres"),
            @ResourceArg(name = "schema", value = "avatar")
        })
@WithTestResource(FakeProviders.class)
class ShowsIT {
    @Inject
    HttpClient http;

    @Inject
    SessionStore store;

    @ConfigProperty(name = "kafka.bootstrap.servers")
    String bootstrapServers;

    @Test
    void talkingPointsFillSilenceAndTheAudienceIsAnsweredInBetween() {
        Response started = post("show", """
                {"avatarId":"%s","turnPolicy":"queue","alwaysOn":true,
                 "plan":{"talkingPoints":[{"text":"Welcome to our stream.","verbatim":true}],"idleSeconds":600}}
                """.formatted(Orders.AVATAR));
        started.then().statusCode(201);
        var session = new SessionId(UUID.fromString(started.path("sessionId")));
        var number = new AtomicInteger();
        try (var partner = new Partner(bootstrapServers);
                var facts = new FactLog(bootstrapServers);
                var talk = Talk.join(http, started.path("turns"))) {
            await().atMost(Duration.ofSeconds(15))
                    .untilAsserted(() -> assertThat(origins(talk)).contains("script"));
            await().atMost(Duration.ofSeconds(5))
                    .untilAsserted(() -> assertThat(store.planPosition(session)).isEqualTo("1.0"));

            // Comments that nobody reads yet are lost: the audience goes on writing.
            await().atMost(Duration.ofSeconds(20))
                    .pollInterval(Duration.ofMillis(500))
                    .untilAsserted(() -> {
                        comment(partner, session, "ask-" + number.incrementAndGet(), "ann", "How much is the table?");
                        assertThat(origins(talk)).contains("comment");
                    });
            comment(partner, session, "bad", "bob", "f.u.c.k this");
            JsonNode skipped = await().atMost(Duration.ofSeconds(10))
                    .until(
                            () -> talk.heard().stream()
                                    .filter(message ->
                                            message.path("inputId").asText().equals("bad"))
                                    .toList(),
                            found -> !found.isEmpty())
                    .getFirst();
            assertThat(skipped.path("type").asText()).isEqualTo("turn.skipped");
            assertThat(skipped.path("reason").asText()).isEqualTo("comment.moderated");
            end(session.toString());
            assertThat(facts.told(session.toString(), "dev.callsheet.turn.skipped.v1", 1))
                    .extracting(fact -> fact.path("reason").asText())
                    .isNotEmpty();
        }
    }

    private static void comment(Partner partner, SessionId session, String id, String author, String text) {
        partner.says(id, SessionComment.TYPE, session, new SessionComment(session, id, author, text, null));
    }

    private static List<String> origins(Talk talk) {
        return talk.heard().stream()
                .filter(message -> message.path("type").asText().equals("turn.started"))
                .flatMap(message -> message.findValuesAsText("origin").stream())
                .toList();
    }
}
