package dev.callsheet.stack.plan;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.callsheet.contracts.Decision;
import dev.callsheet.contracts.Json;
import dev.callsheet.contracts.Reason;
import dev.callsheet.contracts.Route;
import dev.callsheet.contracts.TenantId;
import dev.callsheet.contracts.VideoRequest;
import dev.callsheet.routing.plan.Planner;
import dev.callsheet.routing.plan.Row;
import dev.callsheet.routing.policy.PolicyFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What stands in {@code examples/} becomes what its page says, with no field that nobody reads. */
class ExamplesTest {
    private static final Path EXAMPLES = Path.of("../examples");
    private static final TenantId TENANT = new TenantId("demo");

    private final Planner planner = Planner.own(
            TENANT, PolicyFile.read(PolicyFile.builtIn()).of(TENANT), Instant.parse("2026-11-22T12:00:00Z"));

    @ParameterizedTest
    @CsvSource({
        "i2v.json, I2V",
        "folder.json, I2V",
        "avatar.json, AVATAR",
        "r2v.json, R2V",
        "trial-bound.json, R2V",
        "trial-text.json, R2V"
    })
    void anExampleTakesItsRoute(String file, Route route) throws IOException {
        assertThat(decided(read(file)).route()).isEqualTo(route);
    }

    @Test
    void aRegisteredCharacterIsCastByItsName() throws IOException {
        Decision decision = decided(filled());

        assertThat(decision.route()).isEqualTo(Route.R2V);
        assertThat(decision.warnings()).noneMatch(warning -> warning.code().equals(Reason.UNBOUND_REFERENCE.name()));
        assertThat(Json.read(Json.write(filled().path("acceptance")), VideoRequest.Acceptance.class))
                .isEqualTo(new VideoRequest.Acceptance(VideoRequest.RetakeOn.REVIEW, true));
    }

    @Test
    void theArmsOfATrialDifferInTheirPromptAlone() throws IOException {
        ObjectNode bound = read("trial-bound.json");
        ObjectNode text = read("trial-text.json");

        assertThat(bound.path("prompt").asText()).contains("@{mia}");
        assertThat(text.path("prompt").asText()).doesNotContain("@{");
        assertThat(decided(text).warnings())
                .anyMatch(warning -> warning.code().equals(Reason.UNBOUND_REFERENCE.name()));
        assertThat(bound.without("prompt").equals(text.without("prompt"))).isTrue();
    }

    /** The request that casts, with the registration's media in place of the name. */
    private static ObjectNode filled() throws IOException {
        ObjectNode request = read("cast.json");
        ObjectNode character = read("character.json");
        assertThat(request.path("cast").path(0)).isEqualTo(character.path("name"));
        request.remove("cast");
        ArrayNode media = request.putArray("media");
        for (JsonNode reference : character.path("references")) {
            ObjectNode medium = media.addObject();
            medium.setAll((ObjectNode) reference);
            medium.put("role", "reference");
            medium.set("character", character.path("name"));
            medium.set("kind", character.path("kind"));
        }
        request.set("consent", character.path("consent"));
        return request;
    }

    private Decision decided(JsonNode request) {
        Decision decision = planner.plan(Row.of(1, request)).decision();
        assertThat(decision.warnings()).noneMatch(warning -> warning.code().equals(Reason.UNKNOWN_FIELD.name()));
        return decision;
    }

    private static ObjectNode read(String file) throws IOException {
        return (ObjectNode) Json.read(Files.readAllBytes(EXAMPLES.resolve(file)));
    }
}
