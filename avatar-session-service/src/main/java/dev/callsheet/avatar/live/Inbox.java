package dev.callsheet.avatar.live;

import dev.callsheet.avatar.domain.Journals;
import dev.callsheet.avatar.domain.SessionOwners;
import dev.callsheet.contracts.SessionId;
import dev.callsheet.conversation.turn.Input;
import jakarta.inject.Singleton;
import java.util.List;

/** Words from this process to the one that holds a conversation. */
@Singleton
class Inbox {
    private final Journals journals;
    private final SessionOwners owners;

    Inbox(Journals journals, SessionOwners owners) {
        this.journals = journals;
        this.owners = owners;
    }

    /** The owner finds it with its next heartbeat. */
    boolean post(SessionId id, Input input) {
        journals.post(id, input);
        owners.nudge(id);
        return true;
    }

    List<Input> take(SessionId id) {
        return journals.posted(id);
    }
}
