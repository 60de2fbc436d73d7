package dev.callsheet.twin.livekit;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.notNullValue;

import com.google.protobuf.InvalidProtocolBufferException;
import com.google.protobuf.Message;
import dev.callsheet.twin.queue.QuickTwin;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import livekit.LivekitEgress.EgressInfo;
import livekit.LivekitEgress.EgressStatus;
import livekit.LivekitEgress.ListEgressRequest;
import livekit.LivekitEgress.ListEgressResponse;
import livekit.LivekitEgress.RoomCompositeEgressRequest;
import livekit.LivekitEgress.StopEgressRequest;
import livekit.LivekitEgress.StreamOutput;
import livekit.LivekitModels.Room;
import livekit.LivekitRoom.CreateRoomRequest;
import livekit.LivekitRoom.DeleteRoomRequest;
import livekit.LivekitRoom.UpdateRoomMetadataRequest;
import org.junit.jupiter.api.Test;

/** The twin in place of a customer's own LiveKit server: what its Java library and others call. */
@QuarkusTest
@TestProfile(QuickTwin.class)
class TwirpIT {
    @Inject
    AccessTokens tokens;

    @Test
    void aRoomIsMadeOnceDescribedAndDeleted() throws InvalidProtocolBufferException {
        var wish = CreateRoomRequest.newBuilder()
                .setName("made")
                .setEmptyTimeout(77)
                .setDepartureTimeout(33)
                .setMetadata("first")
                .build();

        var made = Room.parseFrom(
                call("RoomService/CreateRoom", wish, "", "roomCreate").asByteArray());
        var again = Room.parseFrom(
                call("RoomService/CreateRoom", wish, "", "roomCreate").asByteArray());
        var described = Room.parseFrom(call(
                        "RoomService/UpdateRoomMetadata",
                        UpdateRoomMetadataRequest.newBuilder()
                                .setRoom("made")
                                .setMetadata("{\"leg\":2}")
                                .build(),
                        "made",
                        "roomAdmin")
                .asByteArray());

        assertThat(made.getEmptyTimeout()).isEqualTo(77);
        assertThat(made.getDepartureTimeout()).isEqualTo(33);
        assertThat(again.getSid()).isEqualTo(made.getSid()).startsWith("RM_");
        assertThat(described.getMetadata()).isEqualTo("{\"leg\":2}");
        var delete = DeleteRoomRequest.newBuilder().setRoom("made").build();
        assertThat(call("RoomService/DeleteRoom", delete, "", "roomCreate").statusCode())
                .isEqualTo(200);
        call("RoomService/DeleteRoom", delete, "", "roomCreate")
                .then()
                .statusCode(404)
                .body("code", equalTo("not_found"))
                .body("msg", equalTo("requested room does not exist"))
                .body("meta", notNullValue());
    }

    @Test
    void jsonIsAnsweredInJson() {
        json("RoomService/CreateRoom", "{\"name\":\"spoken\",\"empty_timeout\":60}", "", "roomCreate")
                .then()
                .statusCode(200)
                .body("name", equalTo("spoken"))
                .body("empty_timeout", equalTo(60));
        json("RoomService/ListRooms", "{\"names\":[\"spoken\"]}", "", "roomList")
                .then()
                .body("rooms", hasSize(1));
        json("RoomService/ListParticipants", "{\"room\":\"spoken\"}", "spoken", "roomAdmin")
                .then()
                .body("participants", hasSize(0));
        json("RoomService/DeleteRoom", "{\"room\":\"spoken\"}", "", "roomCreate")
                .then()
                .statusCode(200);
    }

    @Test
    void aTokenWithoutTheGrantOrForAnotherRoomIsRefused() {
        json("RoomService/CreateRoom", "{\"name\":\"x\"}", "", "roomList")
                .then()
                .statusCode(401)
                .body("code", equalTo("unauthenticated"));
        json("RoomService/ListParticipants", "{\"room\":\"x\"}", "y", "roomAdmin")
                .then()
                .statusCode(401);
        given().contentType("application/json")
                .body("{}")
                .post("/twirp/livekit.RoomService/ListRooms")
                .then()
                .statusCode(401);
        json("RoomService/Nonsense", "{}", "", "roomList")
                .then()
                .statusCode(404)
                .body("code", equalTo("bad_route"));
        json("RoomService/ListRooms", "{nonsense", "", "roomList")
                .then()
                .statusCode(400)
                .body("code", equalTo("malformed"));
    }

    @Test
    void anEgressIsWrittenDownAndEndsOnceOrWithItsRoom() throws InvalidProtocolBufferException {
        json("RoomService/CreateRoom", "{\"name\":\"shown\"}", "", "roomCreate");

        var first = start("shown");
        assertThat(first.getStatus()).isEqualTo(EgressStatus.EGRESS_ACTIVE);
        assertThat(first.getStreamResults(0).getUrl()).isEqualTo("rtmp://live.example/app/key");
        var stop =
                StopEgressRequest.newBuilder().setEgressId(first.getEgressId()).build();
        assertThat(call("Egress/StopEgress", stop, "", "roomRecord").statusCode())
                .isEqualTo(200);
        assertThat(call("Egress/StopEgress", stop, "", "roomRecord").statusCode())
                .isEqualTo(412);
        start("shown");
        json("RoomService/DeleteRoom", "{\"room\":\"shown\"}", "", "roomCreate");

        var all = ListEgressResponse.parseFrom(call(
                        "Egress/ListEgress",
                        ListEgressRequest.newBuilder().setRoomName("shown").build(),
                        "",
                        "roomRecord")
                .asByteArray());
        assertThat(all.getItemsList())
                .extracting(EgressInfo::getStatus)
                .containsExactly(EgressStatus.EGRESS_COMPLETE, EgressStatus.EGRESS_COMPLETE);
        call("Egress/StartRoomCompositeEgress", order("shown"), "", "roomRecord")
                .then()
                .statusCode(404);
    }

    private EgressInfo start(String room) throws InvalidProtocolBufferException {
        return EgressInfo.parseFrom(call("Egress/StartRoomCompositeEgress", order(room), "", "roomRecord")
                .asByteArray());
    }

    private static RoomCompositeEgressRequest order(String room) {
        return RoomCompositeEgressRequest.newBuilder()
                .setRoomName(room)
                .addStreamOutputs(StreamOutput.newBuilder().addUrls("rtmp://live.example/app/key"))
                .build();
    }

    private Response call(String method, Message body, String room, String grant) {
        return given().header("Authorization", "Bearer " + token(room, grant))
                .contentType("application/protobuf")
                .body(body.toByteArray())
                .post("/twirp/livekit." + method);
    }

    private Response json(String method, String body, String room, String grant) {
        return given().header("Authorization", "Bearer " + token(room, grant))
                .contentType("application/json")
                .body(body)
                .post("/twirp/livekit." + method);
    }

    private String token(String room, String grant) {
        var grants = new Grants("server", "", "", room, false, true, true, true, List.of(), false, Set.of(grant));
        return tokens.issue(grants, Duration.ofMinutes(1));
    }
}
