package dev.callsheet.avatar.live;

import dev.callsheet.avatar.domain.EndReason;
import dev.callsheet.avatar.domain.Timeline;

/** Somebody who follows a conversation. Calls must not block. */
public interface Viewer {
    void turnStarted(int turn);

    void turnToken(int turn, String text);

    void turnSpeaking(int turn);

    void turnEnded(int turn, boolean interrupted, Timeline timeline);

    void trouble(String code, String message);

    /** The last call. */
    void sessionEnded(EndReason reason);
}
