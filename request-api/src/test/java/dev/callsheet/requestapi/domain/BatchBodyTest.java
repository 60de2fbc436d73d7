package dev.callsheet.requestapi.domain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.callsheet.contracts.TenantId;
import dev.callsheet.contracts.UnreadableEvent;
import dev.callsheet.routing.dialect.Dialects;
import dev.callsheet.routing.plan.Planned;
import dev.callsheet.routing.policy.PolicyFile;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class BatchBodyTest {
    private static final TenantId DEMO = new TenantId("demo");
    private static final RequestDocument DOCUMENTS = new RequestDocument(1 << 20, 20_000);

    @Test
    void aTableIsACatalogueWithOneRequestARow() {
        BatchBody body = read(
                BatchBody.Form.TABLE, "sku,image,prompt,seconds\r\nshoe-7,https://a.example.com/7.jpg,orbit,5\r\n");

        Planned row = plan(body.with("Autumn", "autumn")).rows().getFirst();

        assertThat(row.id()).isEqualTo("shoe-7");
        assertThat(row.decision().routed()).isTrue();
        assertThat(row.request().at("/media/0/role").asText()).isEqualTo("firstFrame");
        assertThat(row.request().path("campaign").asText()).isEqualTo("autumn");
    }

    @Test
    void whatIsSharedHoldsUnlessARowSaysOtherwise() {
        BatchBody body = read(BatchBody.Form.JSON, """
                {"campaign":"c","shared":{"prompt":"pan","output":{"kind":"file","resolution":"720P","seconds":5}},
                 "requests":[{"id":"a","media":[{"uri":"https://a.example.com/1.jpg"}],"output":{"seconds":3}},
                             {"id":"b","prompt":"tilt","campaign":"d","media":[{"uri":"https://a.example.com/2.jpg"}]}]}""");

        Plan plan = plan(body);

        assertThat(plan.rows().get(0).request().at("/output").toString())
                .isEqualTo("{\"kind\":\"file\",\"resolution\":\"720P\",\"seconds\":3}");
        assertThat(plan.rows().get(0).request().path("prompt").asText()).isEqualTo("pan");
        assertThat(plan.rows().get(1).request().path("prompt").asText()).isEqualTo("tilt");
        assertThat(plan.rows().get(1).request().path("campaign").asText()).isEqualTo("d");
    }

    @Test
    void aRowMayCastWhatItSharesAndIsRefusedIfThereIsNoSuchCharacter() {
        String shared = "{\"shared\":{\"cast\":[\"%s\"]},\"requests\":[{\"prompt\":\"@{mia} walks\"}]}";
        Instant now = Instant.parse("2026-11-22T10:00:00Z");
        var policy = PolicyFile.read(PolicyFile.builtIn()).of(DEMO);

        Plan cast = read(BatchBody.Form.JSON, shared.formatted("mia"))
                .plan(DEMO, policy, Dialects.load(), new Cast("mia"), now);
        Plan unknown = read(BatchBody.Form.JSON, shared.formatted("mai"))
                .plan(DEMO, policy, Dialects.load(), new Cast("mia"), now);

        Planned row = cast.rows().getFirst();
        assertThat(row.decision().routed())
                .as(row.decision().conflicts().toString())
                .isTrue();
        assertThat(row.request().at("/media/0/character").asText()).isEqualTo("mia");
        assertThat(unknown.refused().getFirst().errors()).singleElement().satisfies(error -> {
            assertThat(error.code()).isEqualTo(Casting.UNKNOWN);
            assertThat(error.suggestion()).isEqualTo("mia");
        });
        assertThat(unknown.accepted("k")).isEmpty();
    }

    @Test
    void aLineThatIsNoJsonIsARefusedRow() {
        Plan plan = plan(read(BatchBody.Form.LINES, """
                {"id":"a","prompt":"pan","media":[{"uri":"https://a.example.com/1.jpg"}]}

                {"id":"b",
                """));

        assertThat(plan.rows()).extracting(row -> row.decision().routed()).containsExactly(true, false);
    }

    @Test
    void spellingDoesNotMakeItAnotherBody() {
        String rows = "{\"requests\":[{\"id\":\"a\",\"prompt\":\"pan\"}],\"campaign\":\"c\"}";
        String spelt = "{ \"campaign\" : \"c\", \"requests\" : [ {\"prompt\":\"pan\", \"id\":\"a\"} ] }";

        assertThat(read(BatchBody.Form.JSON, rows).hash())
                .isEqualTo(read(BatchBody.Form.JSON, spelt).hash())
                .isNotEqualTo(read(BatchBody.Form.JSON, rows).with("t", null).hash());
    }

    @Test
    void anEnvelopeWithAFieldThatNobodyReadsIsRefused() {
        assertThatThrownBy(() -> read(BatchBody.Form.JSON, "{\"requests\":[],\"defaults\":{}}"))
                .isInstanceOf(UnreadableEvent.class)
                .hasMessageContaining("defaults");
        assertThatThrownBy(() -> read(BatchBody.Form.JSON, "{\"requests\":[],\"shared\":[]}"))
                .isInstanceOf(UnreadableEvent.class);
    }

    private static BatchBody read(BatchBody.Form form, String text) {
        return BatchBody.read(form, text.getBytes(StandardCharsets.UTF_8), DOCUMENTS);
    }

    private static Plan plan(BatchBody body) {
        return body.plan(
                DEMO,
                PolicyFile.read(PolicyFile.builtIn()).of(DEMO),
                Dialects.load(),
                new Cast(),
                Instant.parse("2026-11-22T10:00:00Z"));
    }
}
