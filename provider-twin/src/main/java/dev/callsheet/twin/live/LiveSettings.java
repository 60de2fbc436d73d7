package dev.callsheet.twin.live;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** How the live product behaves ({@code twin.liveavatar.*}). All times are real time: a conversation cannot be compressed. */
@ConfigMapping(prefix = "twin.liveavatar")
public interface LiveSettings {
    @WithDefault("twin-liveavatar-key")
    String key();

    /** Sessions that may be active at once; the next start is refused with 403, code 4032. */
    @WithDefault("10")
    int concurrency();

    /** Credits of the account; a started minute costs one, sandbox minutes none. */
    @WithDefault("5000")
    int credits();

    @WithDefault("100000")
    long microsPerMinute();

    /** A session without a keep-alive for this long ends with IDLE_TIMEOUT, even while it speaks. */
    @WithDefault("PT5M")
    Duration idleTimeout();

    @WithDefault("PT1M")
    Duration sandboxDuration();

    /** The tier's limit on {@code max_session_duration}. */
    @WithDefault("PT20M")
    Duration maxDuration();

    /** How long a session token can start its session. */
    @WithDefault("PT10M")
    Duration tokenLifetime();

    /** From the agent's WebSocket being open to the state {@code connected}. */
    @WithDefault("150ms")
    Duration connectDelay();

    /** From the first audio of an utterance to {@code agent.speak_started}, in steps of 10 ms. */
    @WithDefault("120ms")
    Duration speakDelay();

    /** The address that the media sockets are announced under. */
    @WithDefault("127.0.0.1")
    String mediaHost();
}
