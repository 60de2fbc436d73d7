package dev.callsheet.twin.live;

import java.util.Optional;

/** Where a session's avatar is seen, besides the twin's own WHEP door. */
interface Place {
    /** Nowhere: this twin runs without media, or the session ended. */
    Place NOWHERE = new Place() {
        @Override
        public Optional<String> viewerToken() {
            return Optional.empty();
        }

        @Override
        public void leave() {
            // There is nothing to leave.
        }
    };

    /** A participant's token for the provider's own room; empty if the room is the caller's. */
    Optional<String> viewerToken();

    /** The avatar goes out, before its stream closes. */
    void leave();
}
