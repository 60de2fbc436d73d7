package dev.callsheet.twin.livekit;

import com.google.protobuf.InvalidProtocolBufferException;
import com.google.protobuf.Message;
import com.google.protobuf.util.JsonFormat;
import io.smallrye.common.annotation.Blocking;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** LiveKit's server API: Twirp calls with protobuf or JSON bodies. */
@Path("/twirp")
@Blocking
public class TwirpResource {
    private static final MediaType PROTOBUF = new MediaType("application", "protobuf");

    private final AccessTokens tokens;
    private final Map<String, TwirpMethod<?>> methods = new HashMap<>();

    TwirpResource(AccessTokens tokens, RoomService rooms, EgressService egress) {
        this.tokens = tokens;
        methods.putAll(rooms.methods());
        methods.putAll(egress.methods());
    }

    @POST
    @Path("/{service}/{method}")
    @Consumes({"application/protobuf", "application/json"})
    public Response call(
            @PathParam("service") String service,
            @PathParam("method") String method,
            @HeaderParam("Authorization") @Nullable String authorization,
            @HeaderParam("Content-Type") String type,
            byte[] body) {
        boolean json = type.startsWith(MediaType.APPLICATION_JSON);
        try {
            var called = methods.get(service + "/" + method);
            if (called == null) {
                throw new TwirpTrouble(TwirpTrouble.Code.BAD_ROUTE, "no such method: " + service + "/" + method);
            }
            Message answer = called.answer(grants(authorization), read(called.empty(), body, json));
            return json
                    ? Response.ok(print(answer), MediaType.APPLICATION_JSON_TYPE)
                            .build()
                    : Response.ok(answer.toByteArray(), PROTOBUF).build();
        } catch (TwirpTrouble e) {
            return Response.status(e.code().status())
                    .type(MediaType.APPLICATION_JSON_TYPE)
                    .entity(Map.of(
                            "code", e.code().name().toLowerCase(Locale.ROOT),
                            "msg", String.valueOf(e.getMessage()),
                            "meta", Map.of()))
                    .build();
        }
    }

    private Grants grants(@Nullable String authorization) {
        String token = authorization == null || !authorization.startsWith("Bearer ") ? "" : authorization.substring(7);
        return tokens.read(token)
                .orElseThrow(() -> new TwirpTrouble(TwirpTrouble.Code.UNAUTHENTICATED, "invalid API key or token"));
    }

    private static Message read(Message empty, byte[] body, boolean json) {
        var request = empty.newBuilderForType();
        try {
            if (json) {
                JsonFormat.parser().ignoringUnknownFields().merge(new String(body, StandardCharsets.UTF_8), request);
            } else {
                request.mergeFrom(body);
            }
            return request.build();
        } catch (InvalidProtocolBufferException e) {
            throw new TwirpTrouble(
                    TwirpTrouble.Code.MALFORMED,
                    "the body is no " + empty.getDescriptorForType().getName());
        }
    }

    private static String print(Message answer) {
        try {
            return JsonFormat.printer()
                    .preservingProtoFieldNames()
                    .alwaysPrintFieldsWithNoPresence()
                    .print(answer);
        } catch (InvalidProtocolBufferException e) {
            throw new IllegalStateException("no answer holds a message of unknown type", e);
        }
    }
}
