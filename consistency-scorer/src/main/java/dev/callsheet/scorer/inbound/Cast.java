package dev.callsheet.scorer.inbound;

import dev.callsheet.contracts.CharacterId;
import dev.callsheet.contracts.TenantId;
import dev.callsheet.contracts.Work;
import dev.callsheet.identity.measure.Binding;
import dev.callsheet.scorer.domain.Standing;
import dev.callsheet.scorer.outbound.Register;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** The characters of one scoring with what the register knew of them when it began. */
record Cast(TenantId tenant, List<Role> roles) {
    Cast {
        roles = List.copyOf(roles);
    }

    /**
     * @param pinned the prototype of its registration; empty without one, and for one by another model
     * @param outdated whether there is one by another model
     */
    record Role(
            Work.Character character,
            CharacterId id,
            Standing standing,
            Optional<Register.Pinned> pinned,
            boolean outdated) {
        Optional<Binding.Pinned> binding() {
            return pinned.map(kept -> new Binding.Pinned(
                    character.name() + ", version " + kept.version(),
                    kept.prototype().prototype()));
        }
    }

    /** @param model SHA-256 of the embedder in force */
    static Cast of(TenantId tenant, List<Work.Character> characters, Register register, String model, Instant now) {
        return new Cast(
                tenant,
                characters.stream()
                        .map(character -> role(tenant, character, register, model, now))
                        .toList());
    }

    private static Role role(TenantId tenant, Work.Character character, Register register, String model, Instant now) {
        CharacterId id = CharacterId.of(tenant, character.name());
        Standing standing = register.standing(tenant, id);
        Optional<Register.Pinned> kept = register.prototype(tenant, id, now);
        Optional<Register.Pinned> usable =
                kept.filter(one -> one.prototype().model().equals(model));
        return new Role(character, id, standing, usable, kept.isPresent() && usable.isEmpty());
    }

    /** Those that may be measured. */
    List<Role> present() {
        return roles.stream().filter(role -> !role.standing().isWithdrawn()).toList();
    }

    /** Those of whom nothing may be measured or kept. */
    List<Role> withdrawn() {
        return roles.stream().filter(role -> role.standing().isWithdrawn()).toList();
    }

    /** Whether the register still says what it said: a consent was neither withdrawn nor given anew. */
    boolean stands(Register register) {
        return roles.stream()
                .allMatch(role -> register.standing(tenant, role.id()).equals(role.standing()));
    }
}
