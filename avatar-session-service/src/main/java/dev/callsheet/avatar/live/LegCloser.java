package dev.callsheet.avatar.live;

import dev.callsheet.avatar.domain.AvatarProvider;
import dev.callsheet.avatar.domain.EndReason;
import dev.callsheet.avatar.domain.Leg;
import dev.callsheet.avatar.domain.ProviderTrouble;
import dev.callsheet.avatar.domain.Refused;
import dev.callsheet.avatar.domain.Session;
import dev.callsheet.avatar.domain.SessionStore;
import dev.callsheet.contracts.SessionId;
import dev.callsheet.corridor.Traces;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import org.jboss.logging.Logger;

/** Brings legs to their end: stop at the provider, read the meter, settle. May be repeated at any point. */
@Singleton
public class LegCloser {
    private static final Logger LOG = Logger.getLogger(LegCloser.class);

    private final SessionStore store;
    private final AvatarProvider provider;
    private final Farewells farewells;
    private final SessionTerms terms;
    private final SessionTrace trace;
    private final Clock clock;

    LegCloser(
            SessionStore store,
            AvatarProvider provider,
            Farewells farewells,
            SessionTerms terms,
            SessionTrace trace,
            Clock clock) {
        this.store = store;
        this.provider = provider;
        this.farewells = farewells;
        this.terms = terms;
        this.trace = trace;
        this.clock = clock;
    }

    /** One try; a leg that the provider does not let go of yet stays to be stopped and is tried again by the sweep. */
    public Session close(SessionId id) {
        var session = store.find(id).orElseThrow(Refused::unknownSession);
        farewells.say(session);
        for (var leg : session.legs().stopping()) {
            var parent = store.origin(id).map(SessionStore.Origin::traceparent).orElse(Traces.current());
            try {
                session = trace.within("leg end", parent, session.order(), () -> settle(id, leg));
            } catch (ProviderTrouble e) {
                LOG.warnf("session %s: leg %d cannot be settled yet: %s", id, leg.number(), e.getMessage());
            }
        }
        return session;
    }

    /** Stops what runs at the provider although its leg is over or given up, and writes down what that did cost. */
    Session stopAgain(SessionId id, int number, String providerId) {
        try {
            provider.stop(providerId, EndReason.START_FAILED.name());
            close(id);
            var meter = provider.meter(providerId);
            if (meter.isPresent()) {
                long micros = micros(meter.get().credits());
                return store.change(id, s -> s.added(number, micros)).orElseThrow(Refused::unknownSession);
            }
        } catch (ProviderTrouble e) {
            LOG.errorf("provider session %s could not be stopped: %s", providerId, e.getMessage());
        }
        return store.find(id).orElseThrow(Refused::unknownSession);
    }

    private Session settle(SessionId id, Leg.Stopping leg) {
        var order = store.find(id).orElseThrow(Refused::unknownSession).order();
        provider.stop(leg.providerId(), leg.reason());
        var meter = provider.meter(leg.providerId()).orElse(null);
        // What was named and never started is not over for the provider, and runs for nobody.
        if (meter != null && meter.active() && provider.active().contains(leg.providerId())) {
            throw new ProviderTrouble.Unclear("the provider says that it still runs");
        }
        long spent = meter != null ? micros(meter.credits()) : order.micros(begun(leg), terms.microsPerCredit());
        var settled = store.change(id, s -> s.settled(leg.number(), spent, clock.instant()))
                .orElseThrow(Refused::unknownSession);
        LOG.infof("session %s: leg %d is settled (%s), %d micros", id, leg.number(), leg.reason(), spent);
        return settled;
    }

    private long micros(long credits) {
        return credits * terms.microsPerCredit();
    }

    /** The provider has forgotten it: every minute that began by our own clock counts. */
    private static Duration begun(Leg.Stopping leg) {
        return Duration.between(leg.liveSince(), leg.since()).plusMillis(1);
    }
}
