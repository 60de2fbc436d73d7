package dev.callsheet.twin.livekit;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assumptions.assumeThat;
import static org.awaitility.Awaitility.await;

import dev.callsheet.twin.live.media.AvatarStream;
import dev.callsheet.twin.live.media.MediaEngine;
import dev.callsheet.twin.queue.QuickTwin;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Predicate;
import livekit.LivekitModels.DisconnectReason;
import livekit.LivekitModels.ParticipantInfo;
import livekit.LivekitModels.TrackInfo;
import livekit.LivekitModels.TrackSource;
import livekit.LivekitModels.TrackType;
import livekit.LivekitRtc.AddTrackRequest;
import livekit.LivekitRtc.LeaveRequest;
import livekit.LivekitRtc.Ping;
import livekit.LivekitRtc.SessionDescription;
import livekit.LivekitRtc.SignalRequest;
import livekit.LivekitRtc.SignalResponse;
import livekit.LivekitRtc.SignalResponse.MessageCase;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The messages that a LiveKit client gets; what it sees and hears is proved in a browser. */
@QuarkusTest
@TestProfile(QuickTwin.class)
class SignallingIT {
    @Inject
    Rooms rooms;

    @Inject
    MediaEngine media;

    @TestHTTPResource
    String address;

    @BeforeEach
    void needsMedia() {
        assumeThat(media.missing()).as("native WebRTC libraries").isEmpty();
    }

    @Test
    void aViewerIsToldWhoIsThereAndOfferedDataFirstAndThenWhatIsShown() {
        var stream = media.open("somebody").orElseThrow();
        rooms.open("told").publish("heygen", stream);

        try (var viewer = join("told", "viewer")) {
            var join = viewer.awaits(MessageCase.JOIN).getJoin();
            var first = viewer.awaits(offer(1)).getOffer();
            answer(viewer, first.getSdp());
            var offer = viewer.awaits(offer(2)).getOffer();

            assertThat(first.getSdp()).contains("m=application").doesNotContain("m=video");
            assertThat(viewer.kinds().getFirst()).isEqualTo(MessageCase.JOIN);
            assertThat(join.getSubscriberPrimary()).isTrue();
            assertThat(join.getParticipant().getIdentity()).isEqualTo("viewer");
            assertThat(join.getOtherParticipants(0).getTracksList())
                    .extracting(TrackInfo::getSid)
                    .containsExactly(stream.videoSid(), stream.audioSid());
            assertThat(offer.getSdp())
                    .contains("a=msid:" + join.getOtherParticipants(0).getSid() + "|avatar " + stream.videoSid())
                    .containsPattern("a=candidate:.* 127\\.0\\.0\\.1 ");
            assertThat(offer.getMidToTrackIdMap().values()).contains(stream.videoSid(), stream.audioSid());
        }
        leave("told", "heygen", stream);
    }

    @Test
    void everybodyHearsWhoComesPublishesAndGoes() {
        var stream = media.open("somebody").orElseThrow();
        try (var viewer = join("coming", "viewer")) {
            viewer.awaits(MessageCase.JOIN);

            rooms.open("coming").publish("avatar-1", stream);
            viewer.awaits(update("avatar-1", ParticipantInfo.State.ACTIVE, 2));
            rooms.open("coming").unpublish("avatar-1");
            viewer.awaits(update("avatar-1", ParticipantInfo.State.ACTIVE, 0));
            try (var other = join("coming", "other")) {
                viewer.awaits(update("other", ParticipantInfo.State.ACTIVE, 0));
                other.say(SignalRequest.newBuilder().setLeave(LeaveRequest.getDefaultInstance()));
                viewer.awaits(update("other", ParticipantInfo.State.DISCONNECTED, 0));
            }
            leave("coming", "avatar-1", stream);
            viewer.awaits(update("avatar-1", ParticipantInfo.State.DISCONNECTED, 0));
            rooms.open("coming").describe("{\"leg\":2}");
            assertThat(viewer.awaits(MessageCase.ROOM_UPDATE)
                            .getRoomUpdate()
                            .getRoom()
                            .getMetadata())
                    .isEqualTo("{\"leg\":2}");
            viewer.say(SignalRequest.newBuilder().setPingReq(Ping.newBuilder().setTimestamp(42)));
            assertThat(viewer.awaits(MessageCase.PONG_RESP).getPongResp().getLastPingTimestamp())
                    .isEqualTo(42);
        }
    }

    @Test
    void theSameIdentityTwiceSendsTheOlderAway() {
        try (var first = join("twice", "viewer");
                var second = join("twice", "viewer")) {
            second.awaits(MessageCase.JOIN);
            assertThat(first.awaits(MessageCase.LEAVE).getLeave().getReason())
                    .isEqualTo(DisconnectReason.DUPLICATE_IDENTITY);
            await().untilAsserted(() -> assertThat(first.closed()).isTrue());
            assertThat(rooms.open("twice").viewers()).isEqualTo(1);
        }
    }

    @Test
    void aCutLineIsTakenUpAgainAndWhatHappenedMeanwhileIsTold() {
        List<Integer> counts = new CopyOnWriteArrayList<>();
        rooms.open("cut").onViewers(counts::add);
        var first = join("cut", "viewer");
        String sid = first.awaits(MessageCase.JOIN).getJoin().getParticipant().getSid();
        first.vanish();
        await().until(() -> rooms.open("cut").guests().getFirst().away());
        rooms.open("cut").describe("while away");

        try (var again = join("cut", "viewer", "&reconnect=1&sid=" + sid)) {
            again.awaits(MessageCase.ROOM_UPDATE);
            assertThat(again.kinds().getFirst()).isEqualTo(MessageCase.RECONNECT);
            assertThat(counts).containsExactly(1);
        }
        try (var stranger = join("cut", "stranger", "&reconnect=1&sid=PA_gone")) {
            var leave = stranger.awaits(MessageCase.LEAVE).getLeave();
            assertThat(leave.getReason()).isEqualTo(DisconnectReason.STATE_MISMATCH);
            assertThat(leave.getAction()).isEqualTo(LeaveRequest.Action.RECONNECT);
        }
    }

    @Test
    void aViewerMayPublishItsMicrophoneAndNotItsCamera() {
        try (var viewer = join("grants", "viewer")) {
            viewer.awaits(MessageCase.JOIN);

            viewer.say(SignalRequest.newBuilder().setAddTrack(track("a", TrackSource.MICROPHONE)));
            viewer.say(SignalRequest.newBuilder().setAddTrack(track("b", TrackSource.CAMERA)));

            var published = viewer.awaits(MessageCase.TRACK_PUBLISHED).getTrackPublished();
            assertThat(published.getCid()).isEqualTo("a");
            var refused = viewer.awaits(MessageCase.REQUEST_RESPONSE).getRequestResponse();
            assertThat(refused.getAddTrack().getCid()).isEqualTo("b");
        }
    }

    @Test
    void withoutATokenNobodyComesInAndTheReasonIsTold() {
        assertThatThrownBy(() -> SignallingClient.join(address, "nonsense", ""))
                .hasMessageContaining("WebSocketHandshakeException");
        given().get("/rtc/validate?access_token=nonsense")
                .then()
                .statusCode(401)
                .header("Access-Control-Allow-Origin", "*");
        given().get("/rtc/validate?access_token=" + rooms.token("any", "viewer"))
                .then()
                .statusCode(200);
        given().get("/rtc/v1/validate").then().statusCode(404).header("Access-Control-Allow-Origin", "*");
    }

    @Test
    void aRoomWithoutAnybodyIsClosedInItsTime() {
        rooms.open("deserted", "", new RoomTerms(Duration.ofMillis(1), Duration.ofMillis(1), 0));
        await().atMost(Duration.ofSeconds(5)).until(() -> rooms.find("deserted").isEmpty());
    }

    private SignallingClient join(String room, String identity) {
        return join(room, identity, "");
    }

    private SignallingClient join(String room, String identity, String more) {
        return SignallingClient.join(address, rooms.token(room, identity), more);
    }

    private void leave(String room, String identity, AvatarStream stream) {
        rooms.open(room).leave(identity);
        stream.close();
    }

    /** Answers as a browser would; its media does not get here. */
    private void answer(SignallingClient viewer, String offer) {
        var browser = media.uplink(packet -> {}).orElseThrow();
        var answered = new CompletableFuture<String>();
        browser.offered(offer, answered::complete);
        viewer.say(SignalRequest.newBuilder()
                .setAnswer(SessionDescription.newBuilder()
                        .setType("answer")
                        .setId(1)
                        .setSdp(answered.join())));
        browser.close();
    }

    private static Predicate<SignalResponse> offer(int id) {
        return message -> message.getOffer().getId() == id;
    }

    private static AddTrackRequest track(String cid, TrackSource source) {
        var type = source == TrackSource.CAMERA ? TrackType.VIDEO : TrackType.AUDIO;
        return AddTrackRequest.newBuilder()
                .setCid(cid)
                .setType(type)
                .setSource(source)
                .build();
    }

    private static Predicate<SignalResponse> update(String identity, ParticipantInfo.State state, int tracks) {
        return message -> message.getUpdate().getParticipantsList().stream()
                .anyMatch(participant -> participant.getIdentity().equals(identity)
                        && participant.getState() == state
                        && participant.getTracksCount() == tracks);
    }
}
