package dev.callsheet.avatar.live;

import dev.callsheet.avatar.domain.AvatarProvider;
import dev.callsheet.avatar.domain.EndReason;
import dev.callsheet.avatar.domain.Horizon;
import dev.callsheet.avatar.domain.ProviderTrouble;
import dev.callsheet.avatar.domain.SessionStore;
import dev.callsheet.conversation.pipeline.Told;
import dev.callsheet.conversation.plan.Phrases;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.OptionalLong;
import java.util.concurrent.atomic.AtomicReference;
import org.jboss.logging.Logger;

/**
 * Ends sessions before the minute that cannot be paid, or at the end of their time: some seconds before, the closing
 * sentence is spoken; nobody is cut off in the middle of a word.
 */
@Singleton
public class EndWatch {
    private static final Logger LOG = Logger.getLogger(EndWatch.class);
    private static final Duration ASK_AGAIN = Duration.ofSeconds(20);
    /** Spares looks into the tables; what an end depends on changes no faster than this matters. */
    private static final Duration LOOK_AGAIN = Duration.ofSeconds(10);

    private final SessionStore store;
    private final AvatarProvider provider;
    private final Conversations conversations;
    private final SessionDesk desk;
    private final SessionTerms terms;
    private final Clock clock;
    private final AtomicReference<Balance> balance =
            new AtomicReference<>(new Balance(OptionalLong.empty(), Instant.MIN));

    EndWatch(
            SessionStore store,
            AvatarProvider provider,
            Conversations conversations,
            SessionDesk desk,
            SessionTerms terms,
            Clock clock) {
        this.store = store;
        this.provider = provider;
        this.conversations = conversations;
        this.desk = desk;
        this.terms = terms;
        this.clock = clock;
    }

    private record Balance(OptionalLong credits, Instant at) {}

    /** Begins the farewells that are due. Returns soon. */
    public void look() {
        var all = conversations.running();
        if (all.isEmpty()) {
            return;
        }
        var now = clock.instant();
        long burn = Math.max(
                1,
                all.stream()
                        .mapToLong(here -> here.order().mode().creditsPerMinute())
                        .sum());
        var credits = credits(now);
        for (var here : all) {
            if (!here.leaving.get() && !now.isBefore(here.lookAgain())) {
                look(here, credits, burn, now);
            }
        }
    }

    private void look(Running here, OptionalLong credits, long burn, Instant now) {
        var session = store.find(here.id()).orElse(null);
        var leg = session == null ? null : session.seen();
        if (session == null || leg == null) {
            return;
        }
        int rate = here.order().mode().creditsPerMinute();
        var share = credits.isPresent() ? OptionalLong.of(credits.getAsLong() * rate / burn) : credits;
        var horizon = Horizon.of(session, leg, share, terms.microsPerCredit(), now);
        var later = now.plus(LOOK_AGAIN);
        var leave = horizon == null ? later : horizon.at().minus(terms.warnBefore());
        if (horizon != null && !now.isBefore(leave)) {
            leave(here, horizon);
        } else {
            here.lookAgain(leave.isBefore(later) ? leave : later);
        }
    }

    private void leave(Running here, Horizon horizon) {
        if (here.leaving.compareAndSet(false, true)) {
            LOG.infof("session %s takes its leave: %s", here.id(), horizon.reason());
            here.conversation().tell(new Told.Closing(horizon.reason().name(), horizon.at()));
            here.conversation().farewell(sentence(here, horizon.reason()), () -> desk.end(here.id(), horizon.reason()));
        }
    }

    private static String sentence(Running here, EndReason reason) {
        var phrases = Phrases.in(here.order().language());
        return switch (reason) {
            case BUDGET_ENDED -> phrases.budgetEnded();
            case CREDITS_ENDED, NO_CREDITS -> phrases.creditsEnded();
            case MAX_DURATION_REACHED -> phrases.lengthReached();
            case PLAN_ENDED -> phrases.planEnded();
            case USER_CLOSED, CANCELLED, LEASE_ENDED, START_REFUSED, START_FAILED, PROVIDER_ENDED -> phrases.ended();
        };
    }

    private OptionalLong credits(Instant now) {
        var known = balance.get();
        if (now.isBefore(known.at.plus(ASK_AGAIN))) {
            return known.credits;
        }
        try {
            var asked = new Balance(provider.credits(), now);
            balance.set(asked);
            return asked.credits;
        } catch (ProviderTrouble e) {
            LOG.debugf("the credits are not known: %s", e.getMessage());
            balance.set(new Balance(OptionalLong.empty(), now));
            return OptionalLong.empty();
        }
    }
}
