package dev.callsheet.render.inbound;

import dev.callsheet.render.ContractWatch;
import dev.callsheet.render.Reconciler;
import dev.callsheet.render.domain.Scenario;
import dev.callsheet.render.outbound.AlertList;
import dev.callsheet.render.outbound.Caps;
import dev.callsheet.render.outbound.ClipRecords;
import dev.callsheet.render.outbound.ClipStore;
import dev.callsheet.render.outbound.ContractBook;
import dev.callsheet.render.outbound.Costs;
import dev.callsheet.render.outbound.KnownContracts;
import dev.callsheet.render.outbound.ModelDetails;
import dev.callsheet.render.outbound.OpenTakes;
import dev.callsheet.render.outbound.OperatorPauses;
import dev.callsheet.render.outbound.ReconciliationBooks;
import dev.callsheet.render.outbound.RenderProvider;
import dev.callsheet.render.outbound.Transactions;
import dev.callsheet.render.outbound.Verification;
import dev.callsheet.render.outbound.Weights;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.time.InstantSource;
import javax.sql.DataSource;

/** Puts together what operators use. */
final class OperatorWiring {
    private final Transactions transactions;

    OperatorWiring(DataSource dataSource) {
        this.transactions = new Transactions(dataSource);
    }

    @Produces
    @Singleton
    Costs costs() {
        return new Costs(transactions);
    }

    @Produces
    @Singleton
    Caps caps() {
        return new Caps(transactions);
    }

    @Produces
    @Singleton
    OperatorPauses pauses() {
        return new OperatorPauses(transactions);
    }

    @Produces
    @Singleton
    Weights weights() {
        return new Weights(transactions);
    }

    @Produces
    @Singleton
    AlertList alerts() {
        return new AlertList(transactions);
    }

    @Produces
    @Singleton
    OpenTakes openTakes() {
        return new OpenTakes(transactions);
    }

    @Produces
    @Singleton
    Verification verification(ClipStore store) {
        return new Verification(new ClipRecords(transactions), store);
    }

    @Produces
    @Singleton
    ReconciliationBooks reconciliationBooks(DataSource dataSource) {
        return new ReconciliationBooks(dataSource);
    }

    @Produces
    @Singleton
    Reconciler reconciler(
            RenderProvider provider,
            ReconciliationBooks books,
            Costs costs,
            Scenario scenario,
            RoundsConfig.Reconcile reconcile) {
        return new Reconciler(
                provider, books, costs, scenario.defaultModel(), reconcile.grace(), InstantSource.system());
    }

    @Produces
    @Singleton
    ContractWatch contractWatch(ModelDetails details) {
        return new ContractWatch(details, new KnownContracts(), new ContractBook(transactions), InstantSource.system());
    }
}
