package dev.callsheet.requestapi.domain;

import dev.callsheet.contracts.Fact;
import dev.callsheet.contracts.RequestId;
import dev.callsheet.contracts.SessionId;
import dev.callsheet.contracts.TenantId;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * One record of the log, as the projection takes it in.
 *
 * @param requestId null for a session's fact that does not name its request, and for what is of no single request
 * @param aggregate the request, the session, the character or the campaign
 * @param bodyHash of the request itself; null for a fact
 * @param aside a fact about no request: of a character, or of a campaign
 */
public record Entry(
        @Nullable RequestId requestId,
        UUID aggregate,
        TenantId tenant,
        Told told,
        @Nullable String bodyHash,
        @Nullable Fact aside) {

    /** The request itself. */
    public static Entry asked(RequestId requestId, TenantId tenant, Told told, String bodyHash) {
        return new Entry(requestId, requestId.value(), tenant, told, bodyHash, null);
    }

    public static Entry of(Fact fact, Told told) {
        return new Entry(named(fact), fact.aggregate(), fact.tenant(), told, null, aside(fact));
    }

    private static @Nullable Fact aside(Fact fact) {
        return switch (fact) {
            case Fact.OfCharacter _, Fact.CampaignScored _ -> fact;
            case Fact.OfRequest _, Fact.OfSession _ -> null;
        };
    }

    /** The request that the fact names; a session's is believed only if the session's id comes from it. */
    private static @Nullable RequestId named(Fact fact) {
        return switch (fact) {
            case Fact.OfRequest ofRequest -> ofRequest.requestId();
            case Fact.SessionOffered offered -> its(offered, offered.requestId());
            case Fact.SessionWaiting waiting -> its(waiting, waiting.requestId());
            case Fact.SessionStarted started -> its(started, started.requestId());
            case Fact.SessionRotated rotated -> its(rotated, rotated.requestId());
            case Fact.SessionPaused paused -> its(paused, paused.requestId());
            case Fact.SessionResumed resumed -> its(resumed, resumed.requestId());
            case Fact.SessionEnded ended -> its(ended, ended.requestId());
            case Fact.TurnSkipped _, Fact.TurnEnded _, Fact.OfCharacter _, Fact.CampaignScored _ -> null;
        };
    }

    private static @Nullable RequestId its(Fact.OfSession fact, @Nullable RequestId named) {
        return named != null && SessionId.of(named).equals(fact.sessionId()) ? named : null;
    }
}
