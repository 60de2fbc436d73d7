package dev.callsheet.conversation.pipeline;

import java.time.Duration;

/**
 * How an avatar is fed.
 *
 * @param voicedAhead for how many sentences beyond the one being given the voice is asked
 * @param soundAhead how much sound it is given beyond what it can have played: so much an interrupt leaves behind at most
 * @param first the first chunk, short so that it begins soon; avatars ask for 400 to 600 ms
 * @param chunk each other; avatars take a second at most
 */
public record Pacing(int voicedAhead, Duration soundAhead, Duration first, Duration chunk) {
    public static final Pacing USUAL =
            new Pacing(1, Duration.ofMillis(2500), Duration.ofMillis(400), Duration.ofSeconds(1));

    public Pacing {
        if (voicedAhead < 0 || first.compareTo(chunk) > 0 || chunk.compareTo(soundAhead) > 0) {
            throw new IllegalArgumentException("first chunk <= chunk <= sound ahead, and nothing negative");
        }
    }
}
