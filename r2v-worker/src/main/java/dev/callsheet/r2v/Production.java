package dev.callsheet.r2v;

import dev.callsheet.decoder.BundledPrograms;
import dev.callsheet.r2v.domain.ReferenceProduction;
import dev.callsheet.r2v.outbound.FilmedVoice;
import dev.callsheet.render.domain.Scenario;
import dev.callsheet.render.outbound.VoiceClips;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.time.Duration;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Says to the engine which production this worker is. */
final class Production {

    @Produces
    @Singleton
    Scenario scenario() {
        return new ReferenceProduction();
    }

    @Produces
    @Singleton
    VoiceClips voices(
            @ConfigProperty(name = "callsheet.voice.film-limit") Duration limit,
            @ConfigProperty(name = "callsheet.voice.min-seconds") double shortest,
            @ConfigProperty(name = "callsheet.voice.max-seconds") double longest) {
        return new FilmedVoice(new BundledPrograms(), limit, shortest, longest);
    }
}
