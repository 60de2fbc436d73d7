package dev.callsheet.avatar.domain;

import dev.callsheet.conversation.line.AvatarEvent;
import dev.callsheet.conversation.line.AvatarLine;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Whoever shows the avatar and runs the meter. Calls block; they throw {@link ProviderTrouble}. */
public interface AvatarProvider {
    /**
     * Names a session without starting it: from here on it can be stopped. Costs nothing.
     *
     * @param length after which the provider may end it
     * @param place where the avatar is to appear; null for the provider's own room
     */
    Ticket prepare(SessionOrder order, Duration length, @Nullable RoomPlace place);

    /** Starts the meter. If the answer is lost the session may run: stop it by its id. */
    Broadcast start(Ticket ticket);

    /** Tells the provider that the session is still wanted. */
    void keepAlive(String providerId);

    /** Stops the meter; a session that does not run is left alone. */
    void stop(String providerId, String reason);

    /** What the provider knows of the session; empty if it knows nothing (any more). */
    Optional<Meter> meter(String providerId);

    /** The ids of all sessions of the account whose meter runs, whoever started them. */
    List<String> active();

    /** Credits left on the account; empty if the provider does not tell. */
    OptionalLong credits();

    /** Opens the way to the avatar. Returns at once; what happens is told to the listener, on any thread. */
    AvatarLine connect(Broadcast broadcast, Consumer<AvatarEvent> listener);

    /** @param secret what starts the session */
    record Ticket(String providerId, String secret) {
        @Override
        public String toString() {
            return "Ticket[" + providerId + "]";
        }
    }

    /**
     * @param credits charged so far
     * @param ran how long it has run; null if the provider does not tell
     * @param endReason the provider's word for it; null while the session runs
     */
    record Meter(
            boolean active,
            long credits,
            @Nullable Duration ran,
            @Nullable String endReason) {}
}
