package dev.callsheet.avatar.domain;

import java.time.Duration;
import java.util.Optional;

/** What the provider does without having said so. */
public interface Lessons {
    /** The shortest time after which such a session was ended for its length. */
    Optional<Duration> cap(SessionOrder.Mode mode, boolean sandbox);

    /** It was ended for its length after this time. */
    void learn(SessionOrder.Mode mode, boolean sandbox, Duration ran);
}
