package dev.callsheet.conversation.line;

/** How a viewer gets the picture. Holds nothing but what a viewer may know. */
public sealed interface Media {
    /** An offer is posted to this address and an answer comes back. */
    record Whep(String url) implements Media {}

    /** A LiveKit room and a participant's token for it. */
    record LiveKit(String url, String token) implements Media {}

    /** The provider delivers no media here. */
    record None() implements Media {}
}
