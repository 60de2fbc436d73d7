package dev.callsheet.avatar.inbound;

import dev.callsheet.contracts.CloudEvent;
import dev.callsheet.contracts.DerivedId;
import dev.callsheet.contracts.SessionId;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;

/** Names for words that came without one: what comes twice gets the same name twice, where that can be seen. */
@Singleton
class InputIds {
    private final AtomicLong calls = new AtomicLong();
    private final String process;

    InputIds(Clock clock) {
        this.process = ProcessHandle.current().pid() + " " + clock.instant();
    }

    /** @param key the caller's own; null if each call is a new one */
    String ofCall(SessionId session, @Nullable String key) {
        return key == null || key.isBlank()
                ? DerivedId.of("input", session.toString(), "call", process, Long.toString(calls.incrementAndGet()))
                        .toString()
                : DerivedId.of("input", session.toString(), "key", key).toString();
    }

    /** @param count how many messages came over this line before */
    String ofMessage(SessionId session, String connection, long count) {
        return DerivedId.of("input", session.toString(), connection, Long.toString(count))
                .toString();
    }

    /** The same record again is the same words. */
    static String ofEvent(CloudEvent event) {
        return DerivedId.of("input", event.source(), event.id()).toString();
    }
}
