package dev.callsheet.avatar.outbound.liveavatar;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.net.URI;
import java.time.Duration;
import java.util.Map;

/** Where LiveAvatar is and with which key ({@code callsheet.liveavatar.*}). The key never leaves this service. */
@ConfigMapping(prefix = "callsheet.liveavatar")
public interface LiveAvatarAccess {
    @WithDefault("http://127.0.0.1:18090")
    URI url();

    /** Not a GMI key and not a HeyGen key: LiveAvatar has its own. */
    String key();

    /** For one call. */
    @WithDefault("PT10S")
    Duration timeout();

    /** From opening the control WebSocket to its state {@code connected}. */
    @WithDefault("PT10S")
    Duration connectTimeout();

    /** A control WebSocket over which nothing comes for this long, not even an answer to a ping, is lost. */
    @WithDefault("PT20S")
    Duration silence();

    /** FULL: how often the provider is asked whether the session still runs. */
    @WithDefault("PT2S")
    Duration look();

    /** FULL: contexts of ours that stay at the provider; the oldest make room. */
    @WithDefault("50")
    int contexts();

    /** Own names for avatars: name to LiveAvatar's id. */
    Map<String, String> avatars();
}
