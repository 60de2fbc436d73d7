package dev.callsheet.render;

import dev.callsheet.render.domain.ModelContract;
import dev.callsheet.render.outbound.ContractBook;
import dev.callsheet.render.outbound.KnownContracts;
import dev.callsheet.render.outbound.ModelDetails;
import java.io.IOException;
import java.sql.SQLException;
import java.time.InstantSource;
import java.util.Optional;
import org.jboss.logging.Logger;

/** Reads what a provider says that its models take, and holds it against what our payloads are made for. */
public final class ContractWatch {
    private static final Logger LOG = Logger.getLogger(ContractWatch.class);

    private final ModelDetails details;
    private final KnownContracts known;
    private final ContractBook book;
    private final InstantSource clock;

    public ContractWatch(ModelDetails details, KnownContracts known, ContractBook book, InstantSource clock) {
        this.details = details;
        this.known = known;
        this.book = book;
        this.clock = clock;
    }

    /** Looks at one model. Details that cannot be read say nothing about the model, and change nothing. */
    public void look(String model) throws SQLException {
        Optional<ModelContract> ours = known.find(model);
        if (ours.isEmpty()) {
            return;
        }
        Optional<ModelContract> found;
        try {
            found = ModelContract.of(model, details.details(model));
        } catch (IOException e) {
            LOG.infof("the details of %s cannot be read: %s", model, e.getMessage());
            return;
        }
        if (found.isEmpty()) {
            LOG.warnf("the details of %s name no parameters; nothing is compared", model);
            return;
        }
        switch (book.note(model, ours.get().driftTo(found.get()), clock.instant())) {
            case PAUSED -> LOG.errorf("%s is not what we know any more and rests, see the alerts", model);
            case RESUMED -> LOG.infof("%s is what we know again and goes on", model);
            case SAME -> LOG.debugf("%s is looked at", model);
        }
    }
}
