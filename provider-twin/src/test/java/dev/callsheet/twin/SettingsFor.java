package dev.callsheet.twin;

import io.smallrye.config.SmallRyeConfigBuilder;
import java.nio.file.Path;

/** Settings for tests that need no container. */
public final class SettingsFor {

    private SettingsFor() {}

    /** The defaults, with the given state folder. */
    public static TwinSettings stateFolder(Path folder) {
        return new SmallRyeConfigBuilder()
                .addDiscoveredConverters()
                .withMapping(TwinSettings.class)
                .withDefaultValue("twin.state-dir", folder.toString())
                .build()
                .getConfigMapping(TwinSettings.class);
    }
}
