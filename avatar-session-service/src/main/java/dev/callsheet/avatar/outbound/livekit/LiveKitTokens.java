package dev.callsheet.avatar.outbound.livekit;

import io.livekit.server.AccessToken;
import io.livekit.server.CanPublish;
import io.livekit.server.CanPublishData;
import io.livekit.server.CanPublishSources;
import io.livekit.server.CanSubscribe;
import io.livekit.server.RoomJoin;
import io.livekit.server.RoomName;
import java.time.Duration;
import java.util.List;

/** Participants' tokens: short, for one room, and for no more than the participant has to do. */
final class LiveKitTokens {
    private final String key;
    private final String secret;
    private final Duration lifetime;
    private final boolean viewerMicrophone;

    LiveKitTokens(String key, String secret, Duration lifetime, boolean viewerMicrophone) {
        this.key = key;
        this.secret = secret;
        this.lifetime = lifetime;
        this.viewerMicrophone = viewerMicrophone;
    }

    /** Shows and speaks; hears nobody, because the words come to it another way. */
    String avatar(String room, String identity) {
        var token = token(room, identity);
        token.addGrants(new CanPublish(true), new CanSubscribe(false), new CanPublishData(true));
        return token.toJwt();
    }

    /** Sees and hears; everything is said in it, because what a token leaves out is allowed. */
    String viewer(String room, String identity) {
        var token = token(room, identity);
        token.addGrants(new CanSubscribe(true), new CanPublish(viewerMicrophone), new CanPublishData(false));
        if (viewerMicrophone) {
            token.addGrants(new CanPublishSources(List.of("microphone")));
        }
        return token.toJwt();
    }

    private AccessToken token(String room, String identity) {
        var token = new AccessToken(key, secret);
        token.setIdentity(identity);
        token.setTtl(lifetime.toMillis());
        token.addGrants(new RoomJoin(true), new RoomName(room));
        return token;
    }
}
