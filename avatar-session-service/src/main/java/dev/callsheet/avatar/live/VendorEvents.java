package dev.callsheet.avatar.live;

import dev.callsheet.conversation.pipeline.Viewer;

/** A conversation that is held in the provider's own room, where only its viewers hear what the provider says. */
public interface VendorEvents {
    /** A viewer hands on what it heard in the room. Returns at once. @param json the provider's own message */
    void vendorEvent(Viewer from, String json);
}
