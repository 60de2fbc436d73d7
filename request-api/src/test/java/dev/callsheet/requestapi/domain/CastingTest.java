package dev.callsheet.requestapi.domain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import com.fasterxml.jackson.databind.JsonNode;
import dev.callsheet.contracts.Fact;
import dev.callsheet.contracts.Json;
import dev.callsheet.contracts.RequestReader;
import dev.callsheet.contracts.Route;
import dev.callsheet.contracts.TenantId;
import dev.callsheet.contracts.VideoRequest;
import dev.callsheet.contracts.Violation;
import dev.callsheet.routing.plan.Rows;
import dev.callsheet.routing.policy.PolicyFile;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class CastingTest {
    @Test
    void aReadyCharacterIsPutInWithItsReferencesKindAndConsent() {
        Casting casting = cast("{\"prompt\":\"@{mia} walks\",\"cast\":[\"mia\"]}", new Cast("mia"));

        VideoRequest request = RequestReader.read(casting.request()).request();
        assertThat(casting.errors()).isEmpty();
        assertThat(casting.request().has("cast")).isFalse();
        assertThat(request.media()).hasSize(2).allSatisfy(medium -> {
            assertThat(medium.role()).isEqualTo(VideoRequest.Role.REFERENCE);
            assertThat(medium.character()).isEqualTo("mia");
            assertThat(medium.kind()).isEqualTo(VideoRequest.Kind.HUMAN);
        });
        assertThat(request.consent().id()).isEqualTo("c-mia");
        assertThat(RequestReader.read(casting.request()).warnings()).isEmpty();
    }

    @Test
    void theExampleIsRoutedWithItsCharacter() throws IOException {
        JsonNode example = Json.read(Files.readAllBytes(Path.of("..", "examples", "cast.json")));
        var demo = new TenantId("demo");

        Plan plan = Plan.of(
                Rows.of(example), demo, PolicyFile.read(PolicyFile.builtIn()).of(demo), new Cast("mia"), Cast.NOW);

        assertThat(plan.refused()).isEmpty();
        assertThat(plan.rows().getFirst().decision().route()).isEqualTo(Route.R2V);
    }

    @Test
    void twoPeoplesConsentsAreBothNamedAndEndWithTheFirst() {
        Casting casting =
                cast("{\"prompt\":\"@{mia} meets @{ben}\",\"cast\":[\"mia\",\"ben\"]}", new Cast("mia", "ben"));

        JsonNode consent = casting.request().path("consent");
        assertThat(consent.path("id").asText()).isEqualTo("c-mia + c-ben");
        assertThat(consent.path("subject").asText()).isEqualTo("mia + ben");
        assertThat(consent.path("until").asText()).isEqualTo("2027-01-01T00:00:00Z");
        assertThat(casting.request().path("media")).hasSize(4);
    }

    @Test
    void whatIsNotReadyIsNamedWithWhatIs() {
        Cast register = new Cast("mia").with("new", CharacterState.ENROLLING).with("odd", CharacterState.REFUSED);

        Casting casting = cast("{\"cast\":[\"new\",\"odd\",\"mai\"]}", register);

        assertThat(casting.errors())
                .extracting(Violation::code)
                .containsExactly(Casting.NOT_READY, Casting.NOT_READY, Casting.UNKNOWN);
        assertThat(casting.errors().get(1)).satisfies(error -> {
            assertThat(error.field()).isEqualTo("/cast/1");
            assertThat(error.found()).contains("odd", "2.jpg is somebody else");
            assertThat(error.allowed()).isEqualTo("mia");
        });
        assertThat(casting.errors().get(2).suggestion()).isEqualTo("mia");
    }

    @Test
    void aWithdrawnConsentRefusesTheCharacterHoweverItIsNamed() {
        String media = "{\"media\":[{\"uri\":\"https://a.example.com/1.jpg\",\"character\":\"mia\"}]}";
        for (CharacterState gone : new CharacterState[] {CharacterState.WITHDRAWN, CharacterState.ERASED}) {
            Cast register = new Cast().with("mia", gone);

            assertThat(cast("{\"cast\":[\"mia\"]}", register).errors())
                    .extracting(Violation::code)
                    .containsExactly(Casting.WITHDRAWN);
            assertThat(cast(media, register).errors()).singleElement().satisfies(error -> {
                assertThat(error.code()).isEqualTo(Casting.WITHDRAWN);
                assertThat(error.field()).isEqualTo("/media/0/character");
            });
        }
    }

    @Test
    void aConsentThatHasRunOutCountsAsWithdrawnBeforeAnybodyTells() {
        JsonNode request = tree("{\"cast\":[\"mia\"]}");
        Instant after = Instant.parse("2027-01-01T00:00:00Z");

        assertThat(Casting.of(request, new Cast("mia"), after).errors())
                .extracting(Violation::code)
                .containsExactly(Casting.WITHDRAWN);
    }

    @Test
    void qualityIsSaidBeforeMoneyIsSpentAndARefusedOneOfTheRequestsOwnIsOnlyWarnedOf() {
        var small = new Fact.ReferenceWarning("mia-1.jpg", "REFERENCE_SMALL", "the face is 30 px high");
        Cast register = new Cast().with("mia", CharacterState.READY, small).with("odd", CharacterState.REFUSED);

        Casting casting = cast(
                "{\"cast\":[\"mia\"],\"media\":[{\"uri\":\"https://a.example.com/1.jpg\",\"character\":\"odd\"}]}",
                register);

        assertThat(casting.errors()).isEmpty();
        assertThat(casting.notes())
                .extracting(Violation::code, Violation::field)
                .containsExactly(tuple(Casting.REFUSED, "/media/0/character"), tuple("REFERENCE_SMALL", "/cast/0"));
    }

    @Test
    void aCharactersConsentDoesNotSpeakForOthers() {
        String request = """
                {"cast":["mia"],"media":[{"uri":"https://a.example.com/bob.jpg","role":"reference","realPerson":true}]%s}""";

        assertThat(cast(request.formatted(""), new Cast("mia")).errors())
                .extracting(Violation::code, Violation::field)
                .containsExactly(tuple("CONSENT_REQUIRED", "/media/0"));
        assertThat(cast(request.formatted(",\"consent\":{\"id\":\"c-bob\",\"scope\":[\"face\"]}"), new Cast("mia"))
                        .request()
                        .at("/consent/id")
                        .asText())
                .isEqualTo("c-bob + c-mia");
    }

    @Test
    void whatIsNoCastIsSaidAndWhatNamesNobodyIsLeftAlone() {
        assertThat(cast("{\"cast\":\"mia\"}", new Cast("mia")).errors())
                .extracting(Violation::field)
                .containsExactly("/cast");
        assertThat(cast("{\"cast\":[\"mia\",\"mia\",1]}", new Cast("mia")).errors())
                .extracting(Violation::code)
                .containsExactly(Casting.TWICE, "field.form");
        JsonNode request = tree("{\"prompt\":\"x\",\"media\":[{\"uri\":\"https://a.example.com/1.jpg\"}]}");
        assertThat(Casting.of(request, new Cast(), Cast.NOW).request()).isSameAs(request);
        assertThat(Casting.concerns(tree("[1]"))).isFalse();
        assertThat(Casting.concerns(tree("{\"media\":7}"))).isFalse();
    }

    private static Casting cast(String request, Register register) {
        return Casting.of(tree(request), register, Cast.NOW);
    }

    private static JsonNode tree(String text) {
        return Json.read(text.getBytes(StandardCharsets.UTF_8));
    }
}
