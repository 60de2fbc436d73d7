package dev.callsheet.conversation.plan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import dev.callsheet.contracts.Json;
import dev.callsheet.contracts.Violation;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;
import org.junit.jupiter.api.Test;

class SessionPlanTest {
    @Test
    void aPlanIsReadAsItIsMeant() {
        var plan = plan("""
                {"talkingPoints":[{"text":" Say hello ","verbatim":true},{"text":"Praise the table"}],"idleSeconds":30,
                 "repeat":true,"order":"shuffled","quietHours":[{"from":"23:30","to":"07:00"}],"zone":"Europe/Berlin",
                 "endsAt":"2026-12-24T18:00:00+01:00","names":["Mia"]}
                """);
        assertThat(plan)
                .isEqualTo(new SessionPlan(
                        List.of(new TalkingPoint("Say hello", true), new TalkingPoint("Praise the table", false)),
                        Duration.ofSeconds(30),
                        true,
                        SessionPlan.Order.SHUFFLED,
                        List.of(new QuietHours(LocalTime.of(23, 30), LocalTime.of(7, 0))),
                        ZoneId.of("Europe/Berlin"),
                        Instant.parse("2026-12-24T17:00:00Z"),
                        List.of("Mia")));
        assertThat(SessionPlan.parse(plan.json())).isEqualTo(plan);
        assertThat(SessionPlan.parse(plan.json()).json()).isEqualTo(plan.json());
    }

    @Test
    void whatIsNotSaidHasADefault() {
        var plan = plan("{\"repeat\":false}");
        assertThat(plan.idleGap()).isEqualTo(Duration.ofSeconds(20));
        assertThat(plan.order()).isEqualTo(SessionPlan.Order.LISTED);
        assertThat(SessionPlan.parse(plan.json())).isEqualTo(plan);
    }

    @Test
    void everythingThatIsWrongIsNamedWithWhatIsAllowed() {
        var wrong = violations("""
                {"talkingPoints":[{"text":""},{"text":"x","loud":1},7],"idleSeconds":0,"repeat":"yes","order":"random",
                 "quietHours":[{"from":"24:00","to":"7"},{"from":"01:00","to":"01:00"},{"from":"10:00","to":"11:00"}],
                 "zone":"Mars/Olympus","endsAt":"tomorrow","names":[7],"color":"red"}
                """);
        assertThat(wrong)
                .extracting(Violation::code, Violation::field)
                .containsExactlyInAnyOrder(
                        tuple("field.form", "/plan/talkingPoints/0/text"),
                        tuple("field.unknown", "/plan/talkingPoints/1/loud"),
                        tuple("field.missing", "/plan/talkingPoints/2/text"),
                        tuple("field.range", "/plan/idleSeconds"),
                        tuple("field.form", "/plan/repeat"),
                        tuple("field.form", "/plan/order"),
                        tuple("field.form", "/plan/quietHours/0/from"),
                        tuple("field.form", "/plan/quietHours/0/to"),
                        tuple("field.range", "/plan/quietHours/1/to"),
                        tuple("field.form", "/plan/zone"),
                        tuple("field.form", "/plan/endsAt"),
                        tuple("field.form", "/plan/names/0"),
                        tuple("field.unknown", "/plan/color"));
        assertThat(wrong).allSatisfy(one -> assertThat(one.allowed()).isNotBlank());
        assertThat(wrong)
                .filteredOn(one -> one.field().equals("/plan/idleSeconds"))
                .extracting(Violation::found, Violation::allowed)
                .containsExactly(tuple("0", "a whole number from 1 to 86400"));
    }

    @Test
    void quietHoursNeedAZoneAndLeaveSomeOfTheDay() {
        assertThat(violations("{\"quietHours\":[{\"from\":\"22:00\",\"to\":\"06:00\"}]}"))
                .extracting(Violation::code, Violation::field)
                .containsExactly(tuple("field.missing", "/plan/zone"));
        assertThat(violations("""
                {"zone":"UTC","quietHours":[{"from":"22:00","to":"12:00"},{"from":"11:00","to":"22:00"}]}
                """)).extracting(Violation::field).containsExactly("/plan/quietHours");
    }

    @Test
    void anEmptyPlanIsNone() {
        assertThat(violations("{}")).extracting(Violation::code).containsExactly("field.missing");
        assertThat(violations("[]")).extracting(Violation::code).containsExactly("field.form");
    }

    private static SessionPlan plan(String json) {
        var reading = read(json);
        assertThat(reading.violations()).isEmpty();
        return reading.plan();
    }

    private static List<Violation> violations(String json) {
        return read(json).violations();
    }

    private static SessionPlan.Reading read(String json) {
        return SessionPlan.read(Json.read(json.getBytes(StandardCharsets.UTF_8)), "/plan");
    }
}
