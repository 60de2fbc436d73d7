package dev.callsheet.scorer.inbound;

import dev.callsheet.contracts.TakeId;
import dev.callsheet.contracts.Work;
import dev.callsheet.identity.calibration.Calibration;
import dev.callsheet.identity.measure.Portrait;
import dev.callsheet.scorer.domain.KeptPortrait;
import dev.callsheet.scorer.outbound.Register;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jspecify.annotations.Nullable;

/** What is kept of the characters of a take, and for how long. */
@ApplicationScoped
public class Keeping {
    private final Register register;
    private final String model;
    private final Duration time;

    Keeping(
            Register register,
            Calibration calibration,
            @ConfigProperty(name = "scorer.identity.keep", defaultValue = "P180D") Duration time) {
        this.register = register;
        this.model = calibration.models().embedder().sha256();
        this.time = time;
    }

    /** When something kept from now on is deleted: the operator's time to live, or an earlier end. */
    Instant until(Instant now, @Nullable Instant... ends) {
        Instant until = now.plus(time);
        for (Instant end : ends) {
            if (end != null && end.isBefore(until)) {
                until = end;
            }
        }
        return until;
    }

    /** Notes that the take's folder shows these characters. */
    void note(Work.Scoring work, Cast cast, String folder) {
        for (Cast.Role role : cast.present()) {
            register.note(
                    cast.tenant(),
                    role.id(),
                    new Register.Shown(role.standing().registered(), work.takeId(), folder, work.campaign()));
        }
    }

    /** Keeps who they were in this take, to be compared with other takes of the campaign. */
    void keep(TakeId take, Cast cast, List<Portrait> portraits, Instant now) {
        for (Cast.Role role : cast.present()) {
            Optional<Portrait> portrait = portraits.stream()
                    .filter(one -> one.character().equals(role.character().name()))
                    .findFirst();
            Instant end = role.pinned().map(Register.Pinned::until).orElse(null);
            portrait.ifPresent(one -> register.keep(
                    cast.tenant(), role.id(), take, new KeptPortrait(model, one.mean()), until(now, end)));
        }
    }

    /** Forgets what was noted and kept of a take. */
    void undo(TakeId take, Cast cast) {
        cast.present().forEach(role -> register.erase(cast.tenant(), role.id(), take));
    }
}
