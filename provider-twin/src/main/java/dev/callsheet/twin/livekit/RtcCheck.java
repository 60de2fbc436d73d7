package dev.callsheet.twin.livekit;

import io.quarkus.websockets.next.HttpUpgradeCheck;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;

/** Refuses a socket before it opens. */
@ApplicationScoped
public class RtcCheck implements HttpUpgradeCheck {
    private final RtcDoor door;

    RtcCheck(RtcDoor door) {
        this.door = door;
    }

    @Override
    public Uni<CheckResult> perform(HttpUpgradeContext context) {
        return door.refusal(JoinWish.of(context.httpRequest().query()))
                .map(no -> CheckResult.rejectUpgrade(no.status()))
                .orElseGet(CheckResult::permitUpgrade);
    }

    @Override
    public boolean appliesTo(String endpointId) {
        return endpointId.equals(RtcSocket.ID);
    }
}
