package dev.callsheet.avatar.outbound.livekit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import dev.callsheet.avatar.domain.ProviderTrouble;
import dev.callsheet.contracts.Json;
import dev.callsheet.contracts.SessionId;
import dev.callsheet.conversation.line.Media;
import io.smallrye.config.SmallRyeConfigBuilder;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import livekit.LivekitEgress.EgressStatus;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class LiveKitRoomsIT {
    private static final SessionId ID = SessionId.parse("2e41ee05-2123-44d4-9c1c-8518971498cd");
    private static final String ROOM = "callsheet-" + ID;

    private final FakeLiveKit server = new FakeLiveKit();

    @AfterEach
    void stop() {
        server.close();
    }

    @Test
    void withoutAnAddressThereIsNoOwnRoom() {
        assertThat(new LiveKitRooms(access(Map.of())).ours()).isFalse();
    }

    @Test
    void anAddressWithoutASecretStopsTheStart() {
        var half = Map.of("callsheet.livekit.url", "wss://rooms.example", "callsheet.livekit.key", "key");

        assertThatThrownBy(() -> new LiveKitRooms(access(half))).hasMessageContaining("callsheet.livekit.secret");
    }

    @Test
    void anAddressOfAnotherKindStopsTheStart() {
        assertThatThrownBy(() -> rooms("ftp://rooms.example", "false")).hasMessageContaining("ws, wss, http and https");
    }

    @Test
    void aSecureAddressStaysSecureForViewers() {
        var media = (Media.LiveKit) rooms("https://rooms.example", "false").viewerMedia(ID, "v");

        assertThat(media.url()).isEqualTo("wss://rooms.example");
    }

    @Test
    void anAvatarGetsAPlaceInARoomThatIsMadeForIt() {
        var place = rooms().avatarPlace(ID, 2);

        assertThat(place.url()).isEqualTo(server.address());
        assertThat(place.room()).isEqualTo(ROOM);
        assertThat(server.rooms.get(ROOM).getEmptyTimeout()).isEqualTo(300);
        assertThat(server.rooms.get(ROOM).getDepartureTimeout()).isEqualTo(60);
        JsonNode claims = claims(place.token());
        assertThat(claims.path("sub").asText()).isEqualTo("avatar-2");
        assertThat(claims.path("video"))
                .isEqualTo(json("{'roomJoin':true,'room':'" + ROOM
                        + "','canPublish':true,'canSubscribe':false,'canPublishData':true}"));
        assertThat(claims.path("exp").asLong())
                .isBetween(Instant.now().getEpochSecond() + 500, Instant.now().getEpochSecond() + 601);
    }

    @Test
    void aViewerSeesAndPublishesNothing() {
        var media = (Media.LiveKit) rooms().viewerMedia(ID, "viewer-7");

        JsonNode claims = claims(media.token());
        assertThat(claims.path("sub").asText()).isEqualTo("viewer-7");
        assertThat(claims.path("video"))
                .isEqualTo(json("{'roomJoin':true,'room':'" + ROOM
                        + "','canSubscribe':true,'canPublish':false,'canPublishData':false}"));
        assertThat(server.calls).isEmpty();
    }

    @Test
    void aViewerMayPublishAMicrophoneAndNothingElseIfThatIsWanted() {
        var media = (Media.LiveKit) rooms(server.address(), "true").viewerMedia(ID, "viewer-7");

        JsonNode grants = claims(media.token()).path("video");
        assertThat(grants.path("canPublish").asBoolean()).isTrue();
        assertThat(grants.path("canPublishSources")).isEqualTo(json("['microphone']"));
    }

    @Test
    void theLegThatIsShownStandsInTheRoomsMetadataEvenIfTheRoomHadGone() {
        var rooms = rooms();
        rooms.show(ID, 1);
        assertThat(server.rooms.get(ROOM).getMetadata()).isEqualTo("{\"leg\":1}");

        rooms.show(ID, 2);

        assertThat(server.rooms.get(ROOM).getMetadata()).isEqualTo("{\"leg\":2}");
        assertThat(server.calls)
                .anyMatch(call -> call.startsWith("RoomService/UpdateRoomMetadata")
                        && call.contains("\"roomAdmin\":true")
                        && call.contains(ROOM));
    }

    @Test
    void theBroadcastBeginsOnceAndEndsOnce() {
        var rooms = rooms();
        rooms.avatarPlace(ID, 1);

        rooms.startEgress(ID, List.of("rtmp://live.example/app/key"), true);
        rooms.startEgress(ID, List.of("rtmp://live.example/app/key"), true);

        assertThat(server.egress).hasSize(1);
        var order = server.egress.get("EG_0").getRoomComposite();
        assertThat(order.getStreamOutputs(0).getUrlsList()).containsExactly("rtmp://live.example/app/key");
        assertThat(order.getFileOutputs(0).getFilepath()).isEqualTo("callsheet/" + ROOM + "/{time}.mp4");
        rooms.stopEgress(ID);
        rooms.stopEgress(ID);
        assertThat(server.egress.get("EG_0").getStatus()).isEqualTo(EgressStatus.EGRESS_COMPLETE);
        assertThat(server.calls)
                .filteredOn(call -> call.startsWith("Egress/StopEgress"))
                .hasSize(1);
    }

    @Test
    void nothingToSendOutIsNoCall() {
        rooms().startEgress(ID, List.of(), false);

        assertThat(server.calls).isEmpty();
    }

    @Test
    void aRoomThatIsGoneIsClosed() {
        var rooms = rooms();
        rooms.avatarPlace(ID, 1);

        rooms.close(ID);
        rooms.close(ID);

        assertThat(server.rooms).isEmpty();
    }

    @Test
    void aRefusalAndALostAnswerAreToldApart() {
        var rooms = rooms();
        server.failWith = 401;
        assertThatThrownBy(() -> rooms.avatarPlace(ID, 1))
                .isInstanceOfSatisfying(
                        ProviderTrouble.Refused.class,
                        refused -> assertThat(refused.code()).isEqualTo("provider.credentials"));
        server.failWith = 500;
        assertThatThrownBy(() -> rooms.avatarPlace(ID, 1)).isInstanceOf(ProviderTrouble.Unclear.class);
        server.close();
        assertThatThrownBy(() -> rooms.avatarPlace(ID, 1)).isInstanceOf(ProviderTrouble.Unclear.class);
    }

    private LiveKitRooms rooms() {
        return rooms(server.address(), "false");
    }

    private static LiveKitRooms rooms(String url, String microphone) {
        return new LiveKitRooms(access(Map.of(
                "callsheet.livekit.url",
                url,
                "callsheet.livekit.key",
                "key",
                "callsheet.livekit.secret",
                "a-secret-of-more-than-32-characters",
                "callsheet.livekit.viewer-microphone",
                microphone)));
    }

    private static LiveKitAccess access(Map<String, String> values) {
        return new SmallRyeConfigBuilder()
                .addDiscoveredConverters()
                .withMapping(LiveKitAccess.class)
                .withDefaultValues(values)
                .build()
                .getConfigMapping(LiveKitAccess.class);
    }

    private static JsonNode claims(String token) {
        return Json.read(Base64.getUrlDecoder().decode(token.split("\\.")[1]));
    }

    private static JsonNode json(String text) {
        return Json.read(text.replace('\'', '"').getBytes(java.nio.charset.StandardCharsets.UTF_8));
    }
}
