package dev.callsheet.twin.livekit;

import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import livekit.LivekitModels;
import livekit.LivekitModels.DisconnectReason;
import livekit.LivekitModels.ParticipantInfo;
import livekit.LivekitRoom.CreateRoomRequest;
import livekit.LivekitRoom.DeleteRoomRequest;
import livekit.LivekitRoom.DeleteRoomResponse;
import livekit.LivekitRoom.ListParticipantsRequest;
import livekit.LivekitRoom.ListParticipantsResponse;
import livekit.LivekitRoom.ListRoomsRequest;
import livekit.LivekitRoom.ListRoomsResponse;
import livekit.LivekitRoom.RemoveParticipantResponse;
import livekit.LivekitRoom.RoomParticipantIdentity;
import livekit.LivekitRoom.SendDataRequest;
import livekit.LivekitRoom.SendDataResponse;
import livekit.LivekitRoom.UpdateRoomMetadataRequest;

/** {@code livekit.RoomService}, as far as it is simulated. */
@Singleton
class RoomService {
    private static final String ADMIN = "roomAdmin";
    private static final String CREATE = "roomCreate";

    private final Rooms rooms;

    RoomService(Rooms rooms) {
        this.rooms = rooms;
    }

    Map<String, TwirpMethod<?>> methods() {
        return Map.of(
                "livekit.RoomService/CreateRoom",
                TwirpMethod.anywhere(CreateRoomRequest.getDefaultInstance(), CREATE, this::create),
                "livekit.RoomService/DeleteRoom",
                TwirpMethod.anywhere(DeleteRoomRequest.getDefaultInstance(), CREATE, this::delete),
                "livekit.RoomService/ListRooms",
                TwirpMethod.anywhere(ListRoomsRequest.getDefaultInstance(), "roomList", this::list),
                "livekit.RoomService/ListParticipants",
                new TwirpMethod<>(
                        ListParticipantsRequest.getDefaultInstance(),
                        ADMIN,
                        ListParticipantsRequest::getRoom,
                        this::participants),
                "livekit.RoomService/GetParticipant",
                new TwirpMethod<>(
                        RoomParticipantIdentity.getDefaultInstance(),
                        ADMIN,
                        RoomParticipantIdentity::getRoom,
                        this::participant),
                "livekit.RoomService/RemoveParticipant",
                new TwirpMethod<>(
                        RoomParticipantIdentity.getDefaultInstance(),
                        ADMIN,
                        RoomParticipantIdentity::getRoom,
                        this::remove),
                "livekit.RoomService/SendData",
                new TwirpMethod<>(SendDataRequest.getDefaultInstance(), ADMIN, SendDataRequest::getRoom, this::send),
                "livekit.RoomService/UpdateRoomMetadata",
                new TwirpMethod<>(
                        UpdateRoomMetadataRequest.getDefaultInstance(),
                        ADMIN,
                        UpdateRoomMetadataRequest::getRoom,
                        this::describe));
    }

    private LivekitModels.Room create(CreateRoomRequest request) {
        if (request.getName().isEmpty()) {
            throw TwirpTrouble.invalid("no room name");
        }
        var settings = rooms.settings();
        var terms = new RoomTerms(
                seconds(request.getEmptyTimeout(), settings.emptyTimeout()),
                seconds(request.getDepartureTimeout(), settings.departureTimeout()),
                request.getMaxParticipants());
        return rooms.open(request.getName(), request.getMetadata(), terms).info();
    }

    private DeleteRoomResponse delete(DeleteRoomRequest request) {
        rooms.close(room(request.getRoom()).name());
        return DeleteRoomResponse.getDefaultInstance();
    }

    private ListRoomsResponse list(ListRoomsRequest request) {
        List<String> names = request.getNamesList();
        return ListRoomsResponse.newBuilder()
                .addAllRooms(rooms.all().stream()
                        .filter(room -> names.isEmpty() || names.contains(room.name()))
                        .map(Room::info)
                        .toList())
                .build();
    }

    private ListParticipantsResponse participants(ListParticipantsRequest request) {
        // As there: an unknown room has nobody in it.
        return ListParticipantsResponse.newBuilder()
                .addAllParticipants(
                        rooms.find(request.getRoom()).map(Room::participants).orElse(List.of()))
                .build();
    }

    private ParticipantInfo participant(RoomParticipantIdentity request) {
        return room(request.getRoom()).participants().stream()
                .filter(participant -> participant.getIdentity().equals(request.getIdentity()))
                .findFirst()
                .orElseThrow(() -> TwirpTrouble.notFound("participant"));
    }

    private RemoveParticipantResponse remove(RoomParticipantIdentity request) {
        participant(request);
        var room = room(request.getRoom());
        room.leave(request.getIdentity());
        room.guests().stream()
                .filter(guest -> guest.identity().equals(request.getIdentity()))
                .forEach(guest -> room.exit(guest, Signals.leave(DisconnectReason.PARTICIPANT_REMOVED, false)));
        return RemoveParticipantResponse.getDefaultInstance();
    }

    private SendDataResponse send(SendDataRequest request) {
        var packet = Signals.data("", "", request.getTopic(), request.getData().toByteArray()).toBuilder()
                .addAllDestinationIdentities(request.getDestinationIdentitiesList())
                .build();
        room(request.getRoom()).deliver(packet, null);
        return SendDataResponse.getDefaultInstance();
    }

    private LivekitModels.Room describe(UpdateRoomMetadataRequest request) {
        var room = room(request.getRoom());
        room.describe(request.getMetadata());
        return room.info();
    }

    private Room room(String name) {
        return rooms.find(name).orElseThrow(() -> TwirpTrouble.notFound("room"));
    }

    private static Duration seconds(int asked, Duration otherwise) {
        return asked > 0 ? Duration.ofSeconds(asked) : otherwise;
    }
}
