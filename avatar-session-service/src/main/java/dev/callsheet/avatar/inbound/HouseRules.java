package dev.callsheet.avatar.inbound;

import dev.callsheet.avatar.domain.Rooms;
import dev.callsheet.avatar.domain.SessionOrder;
import dev.callsheet.avatar.live.SessionTerms;
import dev.callsheet.conversation.plan.Phrases;
import dev.callsheet.conversation.turn.TurnPolicy;
import jakarta.inject.Singleton;
import java.util.List;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jspecify.annotations.Nullable;

/** What sessions are like if nobody says so, and what nobody may have otherwise. */
@Singleton
class HouseRules {
    private final SessionWish.Limits limits;

    HouseRules(
            SessionTerms terms,
            Rooms rooms,
            @ConfigProperty(name = "callsheet.disclosure.spoken", defaultValue = "false") boolean spoken) {
        this.limits = new SessionWish.Limits(terms.maxLength(), spoken, rooms.ours());
    }

    SessionWish.Limits limits() {
        return limits;
    }

    /** The order of a session that a request asks for. */
    SessionOrder ofRequest(Offer offer, String avatarId, @Nullable String persona) {
        return new SessionOrder(
                offer.session(),
                offer.tenant(),
                offer.request(),
                avatarId,
                SessionOrder.Mode.LITE,
                null,
                persona,
                null,
                null,
                limits.longest(),
                false,
                false,
                null,
                TurnPolicy.INTERRUPT,
                null,
                SessionOrder.Consent.NONE,
                new SessionOrder.Disclosure(limits.spoken(), Phrases.in(null).disclosure()),
                List.of());
    }
}
