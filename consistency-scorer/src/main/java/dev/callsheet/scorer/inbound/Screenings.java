package dev.callsheet.scorer.inbound;

import dev.callsheet.contracts.TenantId;
import dev.callsheet.contracts.Work;
import dev.callsheet.decoder.NotDecodable;
import dev.callsheet.identity.Instruments;
import dev.callsheet.identity.calibration.Calibration;
import dev.callsheet.identity.measure.Binding;
import dev.callsheet.identity.measure.ClipReport;
import dev.callsheet.identity.measure.Measurement;
import dev.callsheet.identity.onnx.ModelsUnusable;
import dev.callsheet.identity.voice.Sound;
import dev.callsheet.identity.voice.VoiceReport;
import dev.callsheet.scorer.outbound.Calibrations;
import dev.callsheet.scorer.outbound.Materials;
import dev.callsheet.scorer.outbound.ScratchFolder;
import jakarta.enterprise.context.ApplicationScoped;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jboss.logging.Logger;

/** Puts a clip, its cast and their voices before the measuring engine; nothing is stored here. */
@ApplicationScoped
public class Screenings {
    private static final Logger LOG = Logger.getLogger(Screenings.class);

    private static final Binding.Warning OUTDATED = new Binding.Warning(
            "prototype",
            "prototype.other_model",
            "it was pinned with another model and cannot be compared; register the character again");

    private final Materials materials;
    private final Instruments instruments;
    private final Calibrations calibrations;

    Screenings(Materials materials, Instruments instruments, Calibrations calibrations) {
        this.materials = materials;
        this.instruments = instruments;
        this.calibrations = calibrations;
    }

    /** Measures who may be measured; the others are in the report as not measurable. */
    Measurement measure(Work.Scoring work, Cast cast) {
        try {
            return measure(work, cast, calibrations.of(work.tenant(), work.campaign()));
        } catch (ModelsUnusable e) {
            LOG.warnf("campaign %s: %s", work.campaign(), e.getMessage());
            String why = "the campaign's own calibration cannot be used; mend it, and have the clip measured anew";
            return new Measurement(
                    ClipReport.notMeasurable(null, calibrations.usual(), "calibration", why), List.of(), List.of());
        }
    }

    private Measurement measure(Work.Scoring work, Cast cast, Calibration calibration) {
        if (cast.present().isEmpty() && !cast.withdrawn().isEmpty()) {
            return Consent.with(Consent.nobody(calibration), cast);
        }
        try (ScratchFolder folder = ScratchFolder.create()) {
            var clip = materials.clip(work.clip(), work.tenant(), folder.path());
            List<Binding> bindings = cast.present().stream()
                    .map(role -> binding(role, work.tenant(), folder.path()))
                    .toList();
            Measurement measured =
                    instruments.scorer(calibration).score(bindings, clip, heard(cast, work.tenant(), folder.path()));
            return Consent.with(measured, cast);
        } catch (NotDecodable e) {
            String why = e.getMessage() == null ? "the clip cannot be read" : e.getMessage();
            return new Measurement(ClipReport.notMeasurable(null, calibration, "clip", why), List.of(), List.of());
        }
    }

    private Binding binding(Cast.Role role, TenantId tenant, Path folder) {
        Binding binding = materials.binding(role.character(), role.binding(), tenant, folder);
        if (!role.outdated()) {
            return binding;
        }
        List<Binding.Warning> problems = new ArrayList<>(binding.problems());
        problems.add(OUTDATED);
        return new Binding(binding.name(), binding.kind(), binding.references(), binding.pinned(), problems);
    }

    /** Of the characters that have a voice sample; sound that cannot be read says nothing about the picture. */
    private Map<String, VoiceReport> heard(Cast cast, TenantId tenant, Path folder) {
        Map<String, VoiceReport> heard = new HashMap<>();
        for (Cast.Role role : cast.present()) {
            String sample = role.character().voice();
            if (sample != null) {
                try {
                    Optional<Sound> clip = materials.soundOfClip(folder);
                    heard.put(
                            role.character().name(),
                            instruments.voice().measure(clip, materials.voice(sample, tenant, folder)));
                } catch (NotDecodable | IllegalStateException e) {
                    LOG.infof("a voice was not compared: %s", e.getMessage());
                }
            }
        }
        return heard;
    }
}
