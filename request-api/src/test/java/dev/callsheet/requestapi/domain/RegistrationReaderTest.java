package dev.callsheet.requestapi.domain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.callsheet.contracts.Json;
import dev.callsheet.contracts.TenantId;
import dev.callsheet.contracts.Violation;
import dev.callsheet.contracts.Work;
import dev.callsheet.routing.decision.Policy;
import dev.callsheet.routing.policy.PolicyFile;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;

class RegistrationReaderTest {
    private static final TenantId DEMO = new TenantId("demo");

    @Test
    void theWorkNamesReferencesVoiceConsentAndTheEarlierEnd() {
        RegistrationReader.Reading reading = read(body -> {
            body.put("until", "2026-12-24T00:00:00Z");
            body.putObject("voice").put("uri", "https://a.example.com/mia.wav").put("seconds", 6);
            body.withArray("/consent/scope").add("voice");
        });
        assertThat(reading.violations()).isEmpty();
        Registration made = reading.registration();

        CharacterEntry entry = CharacterEntry.registered(DEMO, made, "h", Cast.NOW);
        Work.Enrolment work = Json.read(entry.work(Cast.NOW).data(), Work.Enrolment.class);

        assertThat(work.character().references())
                .containsExactly("https://a.example.com/mia-1.jpg", "https://a.example.com/mia-2.jpg");
        assertThat(work.character().voice()).isEqualTo("https://a.example.com/mia.wav");
        assertThat(work.consent().id()).isEqualTo("c-mia");
        assertThat(work.until()).isEqualTo(Instant.parse("2026-12-24T00:00:00Z"));
        assertThat(work.version()).isOne();
    }

    @Test
    void aRealPersonNeedsAConsentAsInARequest() {
        assertThat(read(body -> body.remove("consent")).violations())
                .singleElement()
                .satisfies(error -> {
                    assertThat(error.code()).isEqualTo("CONSENT_REQUIRED");
                    assertThat(error.field()).isEqualTo("/references/0");
                });
        assertThat(read(body -> body.withObject("/consent").put("until", "2026-01-01T00:00:00Z"))
                        .violations())
                .extracting(Violation::code, Violation::field)
                .containsExactly(tuple("CONSENT_EXPIRED", "/consent/until"));
    }

    @Test
    void referencesAreHeldToWhatARequestsAreHeldTo() {
        assertThat(fields(body -> reference(body).put("uri", "http://169.254.169.254/latest")))
                .containsExactly("MEDIA_UNREACHABLE /references/0/uri");
        assertThat(fields(body -> reference(body).put("uri", "s3://callsheet/tenant/other/media/x.jpg")))
                .containsExactly("MEDIA_UNREACHABLE /references/0/uri");
        assertThat(fields(body -> reference(body).put("type", "audio")))
                .contains("MEDIA_TYPE_MISMATCH /references/0/type");
        assertThat(fields(body -> reference(body).put("colour", "red")))
                .containsExactly("UNKNOWN_FIELD /references/0/colour");
    }

    @Test
    void theExampleIsARegistration() throws IOException {
        var example = Json.read(Files.readAllBytes(Path.of("..", "examples", "character.json")));

        assertThat(RegistrationReader.read(example, DEMO, policy(), Cast.NOW).violations())
                .isEmpty();
    }

    @Test
    void everyFieldAtFaultIsNamed() {
        assertThat(fields(body -> body.put("name", "a}b"))).containsExactly("field.form /name");
        assertThat(fields(body -> body.put("kind", "dog"))).containsExactly("field.form /kind");
        assertThat(fields(body -> body.put("colour", "red"))).containsExactly("field.unknown /colour");
        assertThat(fields(body -> body.put("until", "2026-01-01T00:00:00Z"))).containsExactly("field.form /until");
        assertThat(fields(body -> body.putArray("references"))).containsExactly("field.form /references");
        assertThat(fields(body -> reference(body).put("character", "x")))
                .containsExactly("field.unknown /references/0/character");
        assertThat(fields(body -> reference(body).put("uri", "https://a.example.com/mia-2.jpg")))
                .containsExactly("field.form /references/1/uri");
        assertThat(fields(body -> body.removeAll()))
                .containsExactly("field.form /name", "field.form /kind", "field.form /references");
        assertThat(RegistrationReader.read(Json.read("[]".getBytes(StandardCharsets.UTF_8)), DEMO, policy(), Cast.NOW)
                        .violations())
                .hasSize(1);
    }

    @Test
    void theSameBodyIsTheSameVersionUntilItsConsentHasEnded() {
        Registration made = Cast.registration("mia");
        CharacterEntry first = CharacterEntry.registered(DEMO, made, "h", Cast.NOW);

        assertThat(first.registeredAgain(made, "h", Cast.NOW)).isSameAs(first);
        assertThat(first.registeredAgain(made, "other", Cast.NOW).version()).isEqualTo(2);
        assertThat(first.registeredAgain(made, "other", Cast.NOW).work(Cast.NOW).id())
                .isNotEqualTo(first.work(Cast.NOW).id());
        CharacterEntry withdrawn = first.withdrawn(Cast.NOW);
        assertThat(withdrawn.registration()).isNull();
        assertThat(withdrawn.work(Cast.NOW).type()).isEqualTo(Work.Withdrawal.TYPE);
        assertThat(withdrawn.registeredAgain(made, "h", Cast.NOW).version()).isEqualTo(2);
        assertThat(CharacterEntry.unknown(DEMO, "ben", Cast.NOW).version()).isZero();
    }

    private static ObjectNode reference(ObjectNode body) {
        return (ObjectNode) body.path("references").get(0);
    }

    private static List<String> fields(Consumer<ObjectNode> change) {
        return read(change).violations().stream()
                .map(violation -> violation.code() + " " + violation.field())
                .toList();
    }

    private static RegistrationReader.Reading read(Consumer<ObjectNode> change) {
        ObjectNode body = Cast.registration("mia").document().deepCopy();
        change.accept(body);
        return RegistrationReader.read(body, DEMO, policy(), Cast.NOW);
    }

    private static Policy policy() {
        return PolicyFile.read(PolicyFile.builtIn()).of(DEMO);
    }
}
