package dev.callsheet.twin.live;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** How the live product behaves ({@code twin.liveavatar.*}). Speech is real time always; the meter has a time factor. */
@ConfigMapping(prefix = "twin.liveavatar")
public interface LiveSettings {
    @WithDefault("twin-liveavatar-key")
    String key();

    /** Sessions that may be active at once; the next start is refused with 403, code 4032. */
    @WithDefault("10")
    int concurrency();

    /** Credits of the account; a started minute of LITE costs one, of FULL two, sandbox minutes none. */
    @WithDefault("5000")
    int credits();

    /** Micros of USD for a credit. */
    @WithDefault("100000")
    long microsPerMinute();

    /** By how much the meter and all timers of sessions run faster than the clock. */
    @WithDefault("1")
    double timeFactor();

    /** A session without a keep-alive for this long ends with IDLE_TIMEOUT, even while it speaks. */
    @WithDefault("PT5M")
    Duration idleTimeout();

    @WithDefault("PT1M")
    Duration sandboxDuration();

    /** The tier's limit on {@code max_session_duration}: more is accepted and silently cut to this. */
    @WithDefault("PT20M")
    Duration maxDuration();

    /** True if the answer to a start tells the length that the session really has. */
    @WithDefault("true")
    boolean announceDuration();

    /** How long a session token can start its session. */
    @WithDefault("PT10M")
    Duration tokenLifetime();

    /** From the agent's WebSocket being open to the state {@code connected}. */
    @WithDefault("150ms")
    Duration connectDelay();

    /** From the first audio of an utterance to {@code agent.speak_started}, in steps of 10 ms. */
    @WithDefault("120ms")
    Duration speakDelay();

    /** FULL: once all people have left the room, for this long, the session ends with USER_DISCONNECTED. */
    @WithDefault("PT1M")
    Duration disconnectAfter();

    /** FULL: an answer begins between {@link #responseShortest} and this after the words. */
    @WithDefault("PT3S")
    Duration responseLongest();

    @WithDefault("PT1S")
    Duration responseShortest();

    /** True if LITE sessions without a room of the caller's are seen in a LiveKit room; by WHEP they are seen always. */
    @WithDefault("true")
    boolean managedRooms();

    /** The address that the media sockets are announced under. */
    @WithDefault("127.0.0.1")
    String mediaHost();
}
