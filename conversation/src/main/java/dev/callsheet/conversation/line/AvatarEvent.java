package dev.callsheet.conversation.line;

/** What comes back over an {@link AvatarLine}. */
public sealed interface AvatarEvent {
    /** The avatar takes audio. */
    record Connected() implements AvatarEvent {}

    record Started(String utterance) implements AvatarEvent {}

    record Ended(String utterance) implements AvatarEvent {}

    /** The provider has ended the session, by its own word for why. */
    record Stopped(String reason) implements AvatarEvent {}

    /** The line broke; the session may still run. */
    record Lost(String cause) implements AvatarEvent {}
}
