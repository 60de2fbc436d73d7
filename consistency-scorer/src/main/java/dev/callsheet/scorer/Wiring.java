package dev.callsheet.scorer;

import dev.callsheet.identity.measure.ClipScorer;
import dev.callsheet.identity.measure.Limits;
import dev.callsheet.decoder.BundledPrograms;
import dev.callsheet.identity.evidence.ContactSheet;
import dev.callsheet.decoder.Ffmpeg;
import dev.callsheet.identity.calibration.LimitsFile;
import dev.callsheet.identity.onnx.ModelFiles;
import dev.callsheet.identity.onnx.OnnxFaces;
import io.quarkus.runtime.Startup;
import jakarta.enterprise.inject.Disposes;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Puts the parts together when the service starts; a model or limits file that is not right stops the start here. */
@Singleton
public final class Wiring {
    @Produces
    @Singleton
    Limits limits(@ConfigProperty(name = "scorer.limits.file") Optional<Path> file) {
        return LimitsFile.read(file);
    }

    @Produces
    @Singleton
    ModelFiles modelFiles(@ConfigProperty(name = "scorer.models.dir") Optional<Path> folder) {
        return new ModelFiles(folder);
    }

    @Produces
    @Singleton
    @Startup
    OnnxFaces faces(ModelFiles files, Limits limits) {
        return new OnnxFaces(files, limits);
    }

    void close(@Disposes OnnxFaces faces) throws Exception {
        faces.close();
    }

    @Produces
    @Singleton
    ClipScorer scorer(OnnxFaces faces) {
        return new ClipScorer(faces);
    }

    @Produces
    @Singleton
    @Startup
    Ffmpeg ffmpeg(@ConfigProperty(name = "scorer.decode.limit", defaultValue = "60s") Duration limit) {
        return new Ffmpeg(new BundledPrograms(), limit);
    }

    void close(@Disposes Ffmpeg ffmpeg) {
        ffmpeg.close();
    }

    @Produces
    @Singleton
    ContactSheet sheets(ModelFiles files) {
        return new ContactSheet(files);
    }

    @Produces
    @Singleton
    Clock clock() {
        return Clock.systemUTC();
    }
}
