package dev.callsheet.requestapi.domain.webhook;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.callsheet.contracts.CloudEvent;
import dev.callsheet.contracts.Fact;
import dev.callsheet.contracts.FactTypes;
import dev.callsheet.contracts.Json;
import dev.callsheet.contracts.RequestId;
import dev.callsheet.contracts.TakeId;
import dev.callsheet.contracts.TenantId;
import dev.callsheet.requestapi.domain.Told;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class NoticeTest {
    private static final TenantId DEMO = new TenantId("demo");
    private static final RequestId REQUEST = RequestId.ofKey(DEMO, "notice");
    private static final Instant AT = Instant.parse("2030-01-01T00:00:00Z");
    private static final UUID WEBHOOK = UUID.fromString("00000000-0000-5000-8000-000000000001");

    @Test
    void aNoticeNamesWhatHappenedToWhatAndWhereToReadIt() {
        TakeId take = TakeId.of(REQUEST, 1);
        Fact.Clip clip = new Fact.Clip("s3://callsheet/tenant/demo/clip.mp4", 1, 5, 1280, 720, "ab".repeat(32));

        Notice notice = notice(new Fact.RequestCompleted(REQUEST, take, DEMO, clip, "PASS", 1, 500_000));
        JsonNode payload = Json.read(notice.payload());

        assertThat(payload.path("type").asText()).isEqualTo("request.completed");
        assertThat(payload.path("timestamp").asText()).isEqualTo("2030-01-01T00:00:00Z");
        assertThat(payload.at("/data/requestId").asText()).isEqualTo(REQUEST.toString());
        assertThat(payload.at("/data/link").asText()).isEqualTo("/v1/requests/" + REQUEST);
        assertThat(payload.at("/data/verdict").asText()).isEqualTo("PASS");
        assertThat(payload.toString()).doesNotContain("s3://", "X-Amz");
    }

    @Test
    void theIdOfADeliveryHangsOnEndpointAndFactAlone() {
        Notice once = notice(new Fact.RequestCancelled(REQUEST, DEMO, 0));
        Notice again = notice(new Fact.RequestCancelled(REQUEST, DEMO, 7));
        Notice other = notice(new Fact.RequestFailed(REQUEST, DEMO, "x.y", "m", 0, null));

        assertThat(once.deliveryTo(WEBHOOK)).isEqualTo(again.deliveryTo(WEBHOOK));
        assertThat(once.deliveryTo(WEBHOOK)).isNotEqualTo(other.deliveryTo(WEBHOOK));
        assertThat(once.deliveryTo(WEBHOOK)).isNotEqualTo(once.deliveryTo(new UUID(1, 2)));
        assertThat(once.deliveryTo(WEBHOOK).version()).isEqualTo(5);
    }

    @Test
    void howeverLongAPartnersWordsAreTheNoticeStaysThin() {
        Fact longest = new Fact.CharacterErased(
                dev.callsheet.contracts.CharacterId.of(DEMO, "x"), DEMO, "é".repeat(100_000), 1, 3);

        assertThat(notice(longest).payload()).hasSizeLessThan(Notice.MOST_BYTES);
    }

    @Test
    void typesAreChosenByNameByGroupOrAllTogether() {
        assertThat(EventTypes.known()).contains("take.finished", "clip.scored", "session.ended", "turn.ended");
        assertThat(EventTypes.known()).hasSameSizeAs(FactTypes.all().keySet()).containsAll(EventTypes.DEFAULT);
        assertThat(List.of("take.finished", "take.*", "*")).allMatch(EventTypes::canBeChosen);
        assertThat(List.of("take", "take.", "tak*", "", "nothing.*", ".*", "webhook.test"))
                .noneMatch(EventTypes::canBeChosen);
        assertThat(EventTypes.chosen(List.of("take.*", "request.completed"), "take.failed"))
                .isTrue();
        assertThat(EventTypes.chosen(List.of("take.*", "request.completed"), "request.failed"))
                .isFalse();
    }

    @Test
    void whatIsWrongWithABodyIsNamedFieldByField() {
        WebhookChange wish = WebhookChange.registration(
                json("{\"url\":7,\"types\":[\"take.*\",\"tak.*\"],\"signature\":\"v9\",\"colour\":1}"));

        assertThat(wish.violations())
                .extracting(dev.callsheet.contracts.Violation::field)
                .containsExactlyInAnyOrder("/url", "/types/1", "/signature", "/colour");
        assertThat(WebhookChange.registration(json("{}")).violations()).hasSize(1);
        assertThat(WebhookChange.registration(json("[]")).violations()).isNotEmpty();
        assertThat(WebhookChange.of(json("{\"state\":\"DISABLED\"}")).violations())
                .hasSize(1);
        assertThat(WebhookChange.of(json("{\"state\":\"PAUSED\"}")).violations())
                .isEmpty();
        assertThat(Rotation.of(json("{\"overlap\":\"PT1H\"}")).violations()).isEmpty();
        assertThat(Rotation.of(json("{\"overlap\":\"P8D\"}")).violations()).hasSize(1);
        assertThat(Rotation.of(json("{\"overlap\":\"long\"}")).violations()).hasSize(1);
    }

    private static JsonNode json(String text) {
        return Json.read(text.getBytes(java.nio.charset.StandardCharsets.UTF_8));
    }

    private static Notice notice(Fact fact) {
        CloudEvent event = fact.event("/test", AT);
        return Notice.of(new Told(event.id(), event.type(), "/test", AT, null, event.data()), fact);
    }
}
