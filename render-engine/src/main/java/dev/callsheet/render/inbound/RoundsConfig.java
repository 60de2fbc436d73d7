package dev.callsheet.render.inbound;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** The keys {@code callsheet.reconcile} and {@code callsheet.contract-watch}: what a worker looks at by itself. */
final class RoundsConfig {
    private RoundsConfig() {}

    /** Our books against the provider's list. */
    @ConfigMapping(prefix = "callsheet.reconcile")
    interface Reconcile {

        /** Between two rounds, over all workers; 0 for none but those that operators ask for. */
        @WithDefault("10m")
        Duration every();

        /** How long what has just changed may differ. */
        @WithDefault("5m")
        Duration grace();
    }

    /** The models' contracts. */
    @ConfigMapping(prefix = "callsheet.contract-watch")
    interface ContractWatching {

        /** Between two looks; 0 for none. */
        @WithDefault("15m")
        Duration every();
    }
}
