package dev.callsheet.scorer.inbound;

import dev.callsheet.contracts.Fact;
import dev.callsheet.contracts.Topics;
import dev.callsheet.contracts.VideoRequest;
import dev.callsheet.contracts.Work;
import dev.callsheet.corridor.EventPublisher;
import dev.callsheet.decoder.NotDecodable;
import dev.callsheet.identity.calibration.Calibration;
import dev.callsheet.identity.measure.Binding;
import dev.callsheet.identity.measure.Prototype;
import dev.callsheet.identity.measure.Reference;
import dev.callsheet.identity.measure.References;
import dev.callsheet.scorer.domain.KeptPrototype;
import dev.callsheet.scorer.outbound.Materials;
import dev.callsheet.scorer.outbound.Register;
import dev.callsheet.scorer.outbound.ScratchFolder;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/** Looks at a character's references before money is spent, and pins who it is. May be repeated. */
@ApplicationScoped
public class Enrolments {
    private static final Logger LOG = Logger.getLogger(Enrolments.class);

    private final Materials materials;
    private final References references;
    private final Register register;
    private final Keeping keeping;
    private final EventPublisher publisher;
    private final String model;
    private final Clock clock;

    Enrolments(
            Materials materials,
            References references,
            Register register,
            Keeping keeping,
            EventPublisher publisher,
            Calibration calibration,
            Clock clock) {
        this.materials = materials;
        this.references = references;
        this.register = register;
        this.keeping = keeping;
        this.publisher = publisher;
        this.model = calibration.models().embedder().sha256();
        this.clock = clock;
    }

    /** Pins the prototype or refuses, and tells it. @throws RuntimeException if the store or the broker is away */
    public void enrol(Work.Enrolment work) {
        Finding finding = pinned(work);
        Fact fact = new Fact.CharacterMeasured(
                work.characterId(),
                work.tenant(),
                work.character().name(),
                work.version(),
                finding.code() == null ? "READY" : "REFUSED",
                finding.code(),
                finding.text(),
                finding.usable(),
                finding.warnings().stream()
                        .map(warning -> new Fact.ReferenceWarning(warning.reference(), warning.code(), warning.text()))
                        .toList());
        publisher.publish(Topics.FACTS, work.characterId().toString(), fact.event(Scorings.SOURCE, clock.instant()));
        LOG.infof(
                "character %s, version %d: %s",
                work.characterId(), work.version(), finding.code() == null ? "READY" : finding.code());
    }

    /** @param prototype null where nothing is to be pinned @param code null if it is ready */
    private record Finding(
            @Nullable Prototype prototype,
            int usable,
            @Nullable String code,
            @Nullable String text,
            List<Binding.Warning> warnings) {
        static Finding refused(String code, String text) {
            return new Finding(null, 0, code, text, List.of());
        }
    }

    private Finding pinned(Work.Enrolment work) {
        var tenant = work.tenant();
        var character = work.characterId();
        if (register.standing(tenant, character).withdrawn() >= work.version()) {
            return withdrawn();
        }
        Instant now = clock.instant();
        Instant until = keeping.until(
                now,
                work.until(),
                work.consent() == null ? null : work.consent().until());
        if (!until.isAfter(now)) {
            return Finding.refused("CONSENT_ENDED", "the consent ended at " + until + ": nothing may be kept");
        }
        Finding finding = examined(work);
        Prototype prototype = finding.prototype();
        register.pin(
                tenant,
                character,
                work.version(),
                prototype == null ? null : new KeptPrototype(model, prototype),
                until);
        // Asked for again after it is pinned: either the withdrawal finds it, or is seen here.
        int withdrawn = register.standing(tenant, character).withdrawn();
        if (withdrawn >= work.version()) {
            register.forget(tenant, character, work.version());
            return withdrawn();
        }
        if (withdrawn > 0) {
            register.lift(tenant, character);
        }
        register.forgetOlder(tenant, character);
        return finding;
    }

    private static Finding withdrawn() {
        return Finding.refused("CONSENT_WITHDRAWN", "the consent was withdrawn: register the character again");
    }

    private Finding examined(Work.Enrolment work) {
        try (ScratchFolder folder = ScratchFolder.create()) {
            Binding binding = materials.binding(work.character(), Optional.empty(), work.tenant(), folder.path());
            return work.character().kind() == VideoRequest.Kind.HUMAN ? face(binding) : looks(binding);
        }
    }

    private Finding face(Binding binding) {
        References.Finding found = references.examine(binding);
        Prototype prototype = found.prototype().orElse(null);
        return new Finding(
                prototype,
                prototype == null ? 0 : prototype.singles().size(),
                found.refusal().map(References.Refusal::code).orElse(null),
                found.refusal().map(References.Refusal::text).orElse(null),
                found.warnings());
    }

    /** What has no human face is compared by its references each time: nothing is pinned, but they must be readable. */
    private static Finding looks(Binding binding) {
        List<Binding.Warning> warnings = new ArrayList<>(binding.problems());
        int usable = 0;
        for (Reference reference : binding.references()) {
            try {
                usable += reference.pictures().get().isEmpty() ? 0 : 1;
            } catch (NotDecodable e) {
                String why = e.getMessage() == null ? "cannot be read" : e.getMessage();
                warnings.add(new Binding.Warning(reference.label(), "reference.unusable", why));
            }
        }
        return usable == 0
                ? new Finding(null, 0, "REFERENCE_UNUSABLE", "no reference could be read", warnings)
                : new Finding(null, usable, null, null, warnings);
    }
}
