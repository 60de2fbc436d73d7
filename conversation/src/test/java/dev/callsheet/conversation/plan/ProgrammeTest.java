package dev.callsheet.conversation.plan;

import static org.assertj.core.api.Assertions.assertThat;

import dev.callsheet.contracts.Json;
import dev.callsheet.contracts.SessionId;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class ProgrammeTest {
    private static final SessionId SESSION = new SessionId(new UUID(7, 7));
    private static final Instant NOON = Instant.parse("2026-11-23T12:00:00Z");

    @Test
    void theExampleGreetsAtOnceAndTakesItsTimeAfterwards() throws IOException {
        var programme = new Programme(SESSION, example());
        var greeting = (Step.Say) programme.next(new Situation(NOON, false, NOON.minusSeconds(1), 0, ""));
        assertThat(greeting.input().verbatim()).isTrue();
        assertThat(greeting.input().text()).startsWith("Welcome");
        var then = new Situation(NOON.plusSeconds(24), false, NOON, 0, greeting.position());
        assertThat(programme.next(then)).isEqualTo(new Step.Nothing());
        var later = new Situation(NOON.plusSeconds(25), false, NOON, 0, greeting.position());
        assertThat(programme.next(later)).isInstanceOf(Step.Say.class);
    }

    @Test
    void theExampleRestsAtNight() throws IOException {
        var programme = new Programme(SESSION, example());
        var night = Instant.parse("2026-11-24T01:00:00Z");
        assertThat(programme.next(new Situation(night, false, null, 3, "0.1")))
                .isEqualTo(new Step.Rest(Instant.parse("2026-11-24T06:00:00Z")));
        assertThat(programme.next(new Situation(night, true, null, 0, "0.1"))).isEqualTo(new Step.Nothing());
        assertThat(programme.next(new Situation(night.plusSeconds(5 * 3600), true, null, 0, "0.1")))
                .isEqualTo(new Step.Wake());
    }

    @Test
    void withoutRepeatItFallsSilentAfterTheLastPointAndStillAnswers() {
        var programme = new Programme(SESSION, SessionPlan.parse("{\"talkingPoints\":[{\"text\":\"one\"}]}"));
        var said = (Step.Say) programme.next(new Situation(NOON, false, NOON.minusSeconds(60), 0, ""));
        assertThat(programme.next(new Situation(NOON, false, NOON.minusSeconds(60), 0, said.position())))
                .isEqualTo(new Step.Nothing());
        assertThat(programme.next(new Situation(NOON, false, NOON.minusSeconds(60), 1, said.position())))
                .isEqualTo(new Step.Answer());
    }

    @Test
    void itEndsEvenWhenItRests() {
        var programme = new Programme(SESSION, SessionPlan.parse("{\"endsAt\":\"2026-11-23T12:00:00Z\"}"));
        assertThat(programme.next(new Situation(NOON, true, null, 0, ""))).isEqualTo(new Step.End());
        assertThat(programme.next(new Situation(NOON.minusMillis(1), false, null, 0, "")))
                .isEqualTo(new Step.Nothing());
    }

    @Test
    void itEndsBeforeARestThatIsLongerThanItself() {
        var programme = new Programme(SESSION, SessionPlan.parse("""
                {"quietHours":[{"from":"12:00","to":"13:00"}],"zone":"UTC","endsAt":"2026-11-23T12:30:00Z"}
                """));
        assertThat(programme.next(new Situation(NOON, false, null, 0, ""))).isEqualTo(new Step.End());
    }

    @Test
    void aPositionThatNoLongerFitsIsNoReasonToFallSilent() {
        var programme =
                new Programme(SESSION, SessionPlan.parse("{\"talkingPoints\":[{\"text\":\"one\"}],\"repeat\":true}"));
        var situation = new Situation(NOON, false, NOON.minusSeconds(60), 0, "0.9");
        assertThat(((Step.Say) programme.next(situation)).position()).isEqualTo("2.0");
        var garbled = new Situation(NOON, false, NOON.minusSeconds(60), 0, "?");
        assertThat(((Step.Say) programme.next(garbled)).position()).isEqualTo("1.0");
    }

    @Test
    void nothingIsKeptWithoutConsentNorForEver() {
        assertThat(Keeping.of(false, false, Duration.ofHours(5)).expiresAt(NOON))
                .isEmpty();
        assertThat(Keeping.of(true, false, Duration.ZERO).expiresAt(NOON)).isEmpty();
        assertThat(Keeping.of(false, true, Duration.ofDays(1000)).expiresAt(NOON))
                .contains(NOON.plus(Keeping.LONGEST));
        var words = Keeping.of(true, false, Duration.ofHours(1));
        assertThat(words.wordsReadable(NOON, NOON.plusSeconds(3599))).isTrue();
        assertThat(words.wordsReadable(NOON, NOON.plusSeconds(3600))).isFalse();
        assertThat(Keeping.of(false, true, Duration.ofHours(1)).wordsReadable(NOON, NOON))
                .isFalse();
    }

    @Test
    void theHouseSpeaksTheSessionsLanguage() {
        assertThat(Phrases.in("de-AT").disclosure()).contains("KI");
        assertThat(Phrases.in("zh-Hant-TW").language()).isEqualTo("zh");
        assertThat(Phrases.in("pt_BR").language()).isEqualTo("pt");
        assertThat(Phrases.in(null).disclosure()).contains("AI");
        assertThat(Phrases.in("tlh").language()).isEqualTo("en");
        assertThat(Phrases.languages()).allSatisfy(language -> {
            var phrases = Phrases.in(language);
            assertThat(phrases.language()).isEqualTo(language);
            assertThat(phrases.disclosure()).isNotBlank();
            assertThat(phrases.toString()).doesNotContain("\uFFFD");
        });
    }

    private static SessionPlan example() throws IOException {
        var json = Json.read(Files.readAllBytes(Path.of("../examples/live-show.json")));
        var reading = SessionPlan.read(json.path("plan"), "/plan");
        assertThat(reading.violations()).isEmpty();
        assertThat(reading.plan()).isNotNull();
        return reading.plan();
    }
}
