package dev.callsheet.avatar.domain;

import dev.callsheet.contracts.Fact;
import dev.callsheet.contracts.SessionId;
import dev.callsheet.contracts.TenantId;

/** A turn that is over. What was said in it is not kept. */
public record TurnRecord(int number, boolean interrupted, Timeline timeline) {
    public Fact fact(SessionId session, TenantId tenant) {
        return new Fact.TurnEnded(
                session,
                tenant,
                number,
                interrupted,
                timeline.firstTokenMs(),
                timeline.firstAudioMs(),
                timeline.firstFrameMs());
    }
}
