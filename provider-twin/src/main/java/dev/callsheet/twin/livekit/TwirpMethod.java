package dev.callsheet.twin.livekit;

import com.google.protobuf.Message;
import java.util.function.Function;

/**
 * One method of a Twirp service.
 *
 * @param empty an empty request, which tells its type
 * @param grant the service grant that a caller's token needs
 * @param room the room that the grant has to be for; empty text for grants that are for no room
 */
record TwirpMethod<I extends Message>(
        I empty, String grant, Function<I, String> room, Function<I, ? extends Message> act) {

    static <I extends Message> TwirpMethod<I> anywhere(I empty, String grant, Function<I, ? extends Message> act) {
        return new TwirpMethod<>(empty, grant, request -> "", act);
    }

    /** The answer for who has these grants. */
    Message answer(Grants grants, Message request) {
        @SuppressWarnings("unchecked")
        I asked = (I) request;
        String where = room.apply(asked);
        if (!grants.services().contains(grant)
                || !where.isEmpty() && !grants.room().equals(where)) {
            throw new TwirpTrouble(TwirpTrouble.Code.UNAUTHENTICATED, "permissions denied");
        }
        return act.apply(asked);
    }
}
