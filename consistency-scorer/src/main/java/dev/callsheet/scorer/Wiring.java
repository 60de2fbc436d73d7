package dev.callsheet.scorer;

import dev.callsheet.decoder.Ffmpeg;
import dev.callsheet.identity.Instruments;
import dev.callsheet.identity.calibration.Calibration;
import dev.callsheet.identity.calibration.CalibrationFile;
import dev.callsheet.identity.evidence.Evidence;
import dev.callsheet.identity.measure.References;
import dev.callsheet.identity.onnx.ModelFiles;
import dev.callsheet.media.door.Door;
import dev.callsheet.media.door.DoorSettings;
import dev.callsheet.scorer.outbound.Calibrations;
import dev.callsheet.scorer.outbound.MasterKeys;
import dev.callsheet.scorer.outbound.Vault;
import io.quarkus.runtime.Startup;
import jakarta.enterprise.inject.Disposes;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.logging.Logger;

/** Puts the parts together when the service starts; what is not right of models, calibration or key stops it here. */
@Singleton
public final class Wiring {
    private static final Logger LOG = Logger.getLogger(Wiring.class);

    @Produces
    @Singleton
    Calibration calibration(@ConfigProperty(name = "scorer.calibration.file") Optional<Path> file) {
        return CalibrationFile.read(file);
    }

    @Produces
    @Singleton
    ModelFiles modelFiles(@ConfigProperty(name = "scorer.models.dir") Optional<Path> folder) {
        return new ModelFiles(folder);
    }

    @Produces
    @Singleton
    @Startup
    Instruments instruments(
            ModelFiles files,
            Calibration calibration,
            @ConfigProperty(name = "scorer.voice.model") Optional<Path> speaker,
            @ConfigProperty(name = "scorer.decode.limit", defaultValue = "60s") Duration limit) {
        return new Instruments(files, calibration, speaker, limit);
    }

    void close(@Disposes Instruments instruments) {
        instruments.close();
    }

    @Produces
    @Singleton
    @Startup
    Calibrations calibrations(
            Calibration usual, @ConfigProperty(name = "scorer.calibration.campaigns") Optional<Path> folder) {
        return new Calibrations(usual, folder);
    }

    @Produces
    @Singleton
    References references(Instruments instruments) {
        return instruments.references();
    }

    @Produces
    @Singleton
    Ffmpeg ffmpeg(Instruments instruments) {
        return instruments.ffmpeg();
    }

    @Produces
    @Singleton
    Evidence evidence(ModelFiles files) {
        return new Evidence(files);
    }

    @Produces
    @Singleton
    @Startup
    Vault vault(
            @ConfigProperty(name = "scorer.identity.master-key") Optional<String> key,
            @ConfigProperty(name = "scorer.identity.older-keys") Optional<List<String>> older) {
        MasterKeys keys = new MasterKeys(
                key.orElseThrow(() -> new IllegalStateException(
                        "scorer.identity.master-key is missing: what is kept of faces is sealed with it;"
                                + " set SCORER_IDENTITY_MASTER_KEY to base64 of 32 random bytes")),
                older.orElse(List.of()));
        if (keys.published()) {
            LOG.warn("faces are sealed with the key that everybody can read in the sources: for trying out only");
        }
        return new Vault(keys);
    }

    @Produces
    @Singleton
    Door door(
            @ConfigProperty(name = "callsheet.media.hosts") Optional<Set<String>> hosts,
            @ConfigProperty(name = "callsheet.media.http", defaultValue = "false") boolean http,
            @ConfigProperty(name = "callsheet.media.connect-timeout", defaultValue = "5s") Duration connect,
            @ConfigProperty(name = "callsheet.media.silence", defaultValue = "10s") Duration silence,
            @ConfigProperty(name = "callsheet.media.fetch-timeout", defaultValue = "60s") Duration whole) {
        return new Door(new DoorSettings(hosts.orElse(Set.of()), http, connect, silence, whole));
    }

    void close(@Disposes Door door) {
        door.close();
    }

    @Produces
    @Singleton
    Clock clock() {
        return Clock.systemUTC();
    }
}
