package dev.callsheet.avatar.live;

import dev.callsheet.avatar.domain.AvatarProvider;
import dev.callsheet.avatar.domain.Change;
import dev.callsheet.avatar.domain.ProviderTrouble;
import dev.callsheet.avatar.domain.Refused;
import dev.callsheet.avatar.domain.Session;
import dev.callsheet.avatar.domain.SessionStore;
import dev.callsheet.contracts.SessionId;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jboss.logging.Logger;

/** Brings ending sessions to their end: stop at the provider, read the meter, settle. May be repeated at any point. */
@ApplicationScoped
public class SessionCloser {
    private static final Logger LOG = Logger.getLogger(SessionCloser.class);

    private final SessionStore store;
    private final AvatarProvider provider;
    private final Conversations conversations;
    private final SessionTerms terms;
    private final SessionTrace trace;
    private final Clock clock;

    SessionCloser(
            SessionStore store,
            AvatarProvider provider,
            Conversations conversations,
            SessionTerms terms,
            SessionTrace trace,
            Clock clock) {
        this.store = store;
        this.provider = provider;
        this.conversations = conversations;
        this.terms = terms;
        this.trace = trace;
        this.clock = clock;
    }

    /** One try; a session that the provider does not let go of yet stays ending and is tried again by the sweep. */
    public Session close(SessionId id) {
        var session = store.find(id).orElseThrow(Refused::unknownSession);
        if (!(session instanceof Session.Ending ending)) {
            return session;
        }
        conversations.close(id, ending.reason());
        var parent = store.origin(id).map(SessionStore.Origin::traceparent).orElse(null);
        try {
            return trace.within("session end", parent, ending.order(), () -> settle(ending));
        } catch (ProviderTrouble e) {
            LOG.warnf("session %s cannot be closed yet: %s", id, e.getMessage());
            return session;
        }
    }

    private Session settle(Session.Ending ending) {
        provider.stop(ending.providerId(), ending.reason().name());
        long credits = provider.meter(ending.providerId())
                .map(AvatarProvider.Meter::credits)
                .orElseGet(() -> minutes(ending));
        long micros = credits * terms.microsPerCredit();
        Instant now = clock.instant();
        SessionId id = ending.order().sessionId();
        var settled = store.change(
                        id,
                        was -> was instanceof Session.Ending still
                                ? still.settled(micros, now)
                                : new Change(was, List.of(), List.of()))
                .orElseThrow(Refused::unknownSession);
        LOG.infof("session %s ended: %s, %d micros", id, ending.reason(), micros);
        return settled;
    }

    /** The provider has forgotten the session: every minute that began by our own clock counts. */
    private static long minutes(Session.Ending ending) {
        if (ending.order().sandbox()) {
            return 0;
        }
        return 1 + Duration.between(ending.liveSince(), ending.since()).toMinutes();
    }
}
