package dev.callsheet.avatar.outbound.livekit;

import com.google.protobuf.Message;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import dev.callsheet.contracts.Json;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import livekit.LivekitEgress.EgressInfo;
import livekit.LivekitEgress.EgressStatus;
import livekit.LivekitEgress.ListEgressResponse;
import livekit.LivekitEgress.RoomCompositeEgressRequest;
import livekit.LivekitEgress.StopEgressRequest;
import livekit.LivekitModels.Room;
import livekit.LivekitRoom.CreateRoomRequest;
import livekit.LivekitRoom.DeleteRoomRequest;
import livekit.LivekitRoom.DeleteRoomResponse;
import livekit.LivekitRoom.UpdateRoomMetadataRequest;

/** A LiveKit server's API at the wire: Twirp with protobuf bodies, rooms and egress by their books. */
final class FakeLiveKit implements AutoCloseable {
    final Map<String, CreateRoomRequest> rooms = new LinkedHashMap<>();
    final Map<String, EgressInfo> egress = new LinkedHashMap<>();
    /** Method and the caller's video grants, in order. */
    final List<String> calls = new ArrayList<>();

    /** Answered instead of all else, if not 0. */
    int failWith;

    private final HttpServer server;

    FakeLiveKit() {
        try {
            server = HttpServer.create(new InetSocketAddress("127.0.0.1", 0), 0);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        server.createContext("/twirp/livekit.", this::answer);
        server.start();
    }

    String address() {
        return "ws://127.0.0.1:" + server.getAddress().getPort();
    }

    @Override
    public void close() {
        server.stop(0);
    }

    private synchronized void answer(HttpExchange exchange) throws IOException {
        String method = exchange.getRequestURI().getPath().substring("/twirp/livekit.".length());
        calls.add(method + " " + grants(exchange));
        byte[] body = exchange.getRequestBody().readAllBytes();
        Message answer = failWith == 0 ? act(method, body) : null;
        if (answer != null) {
            exchange.getResponseHeaders().add("Content-Type", "application/protobuf");
            send(exchange, 200, answer.toByteArray());
            return;
        }
        int status = failWith == 0 ? 404 : failWith;
        String code = status == 404 ? "not_found" : status == 401 ? "unauthenticated" : "internal";
        exchange.getResponseHeaders().add("Content-Type", "application/json");
        send(exchange, status, ("{\"code\":\"" + code + "\",\"msg\":\"words\"}").getBytes(StandardCharsets.UTF_8));
    }

    /** Null if what it is about does not exist. */
    private Message act(String method, byte[] body) throws IOException {
        return switch (method) {
            case "RoomService/CreateRoom" -> {
                var request = CreateRoomRequest.parseFrom(body);
                rooms.putIfAbsent(request.getName(), request);
                yield Room.newBuilder().setName(request.getName()).build();
            }
            case "RoomService/UpdateRoomMetadata" -> {
                var request = UpdateRoomMetadataRequest.parseFrom(body);
                var room = rooms.computeIfPresent(
                        request.getRoom(),
                        (name, known) -> known.toBuilder()
                                .setMetadata(request.getMetadata())
                                .build());
                yield room == null ? null : Room.getDefaultInstance();
            }
            case "RoomService/DeleteRoom" ->
                rooms.remove(DeleteRoomRequest.parseFrom(body).getRoom()) == null
                        ? null
                        : DeleteRoomResponse.getDefaultInstance();
            case "Egress/StartRoomCompositeEgress" -> {
                var request = RoomCompositeEgressRequest.parseFrom(body);
                var info = EgressInfo.newBuilder()
                        .setEgressId("EG_" + egress.size())
                        .setRoomName(request.getRoomName())
                        .setRoomComposite(request)
                        .setStatus(EgressStatus.EGRESS_ACTIVE)
                        .build();
                egress.put(info.getEgressId(), info);
                yield info;
            }
            case "Egress/StopEgress" ->
                egress.computeIfPresent(
                        StopEgressRequest.parseFrom(body).getEgressId(),
                        (id, info) -> info.toBuilder()
                                .setStatus(EgressStatus.EGRESS_COMPLETE)
                                .build());
            case "Egress/ListEgress" ->
                ListEgressResponse.newBuilder().addAllItems(egress.values()).build();
            default -> null;
        };
    }

    private static String grants(HttpExchange exchange) {
        String token = exchange.getRequestHeaders().getFirst("Authorization").substring("Bearer ".length());
        return Json.read(Base64.getUrlDecoder().decode(token.split("\\.")[1]))
                .path("video")
                .toString();
    }

    private static void send(HttpExchange exchange, int status, byte[] body) throws IOException {
        exchange.sendResponseHeaders(status, body.length == 0 ? -1 : body.length);
        exchange.getResponseBody().write(body);
        exchange.close();
    }
}
