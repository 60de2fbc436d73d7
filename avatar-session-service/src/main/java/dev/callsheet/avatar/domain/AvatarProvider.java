package dev.callsheet.avatar.domain;

import java.util.Optional;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Whoever shows the avatar and runs the meter. Calls block; they throw {@link ProviderTrouble}. */
public interface AvatarProvider {
    /** Names a session without starting it: from here on it can be stopped. Costs nothing. */
    Ticket prepare(SessionOrder order);

    /** Starts the meter. If the answer is lost the session may run: stop it by its id. */
    Broadcast start(Ticket ticket);

    /** Tells the provider that the session is still wanted. */
    void keepAlive(String providerId);

    /** Stops the meter; a session that does not run is left alone. */
    void stop(String providerId, String reason);

    /** What the provider knows of the session; empty if it knows nothing (any more). */
    Optional<Meter> meter(String providerId);

    /** Opens the way to the avatar. Returns at once; what happens is told to the listener, on any thread. */
    AvatarLine connect(Broadcast broadcast, Consumer<AvatarEvent> listener);

    /** @param secret what starts the session */
    record Ticket(String providerId, String secret) {
        @Override
        public String toString() {
            return "Ticket[" + providerId + "]";
        }
    }

    /** @param endReason the provider's word for it; null while the session runs */
    record Meter(boolean active, long credits, @Nullable String endReason) {}
}
