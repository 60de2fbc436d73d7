package dev.callsheet.requestapi.domain;

import dev.callsheet.contracts.CharacterId;
import dev.callsheet.contracts.CloudEvent;
import dev.callsheet.contracts.DerivedId;
import dev.callsheet.contracts.Fact;
import dev.callsheet.contracts.Json;
import dev.callsheet.contracts.RequestIdentity;
import dev.callsheet.contracts.TenantId;
import dev.callsheet.contracts.Work;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A tenant's character as the register knows it; {@link CharacterState} has its ways.
 *
 * @param version of the registration, from 1; 0 for a name that was withdrawn without ever being registered
 * @param bodyHash of the registration; null once it is withdrawn
 * @param registration null once it is withdrawn: nothing of it is kept
 * @param code why it is refused; null if it is not
 * @param usable how many references, or pictures out of reference clips, the prototype is made of
 * @param endsAt when its consent runs out or it is to be forgotten; null for no end
 * @param sent whether the scorer's topic has the work of this state
 */
public record CharacterEntry(
        TenantId tenant,
        String name,
        int version,
        @Nullable String bodyHash,
        @Nullable Registration registration,
        CharacterState state,
        @Nullable String code,
        @Nullable String text,
        int usable,
        List<Fact.ReferenceWarning> warnings,
        @Nullable Instant endsAt,
        boolean sent,
        Instant createdAt,
        Instant updatedAt) {
    public CharacterEntry {
        warnings = List.copyOf(warnings);
    }

    public CharacterId id() {
        return CharacterId.of(tenant, name);
    }

    /** A name's first registration. */
    public static CharacterEntry registered(TenantId tenant, Registration registration, String hash, Instant now) {
        return enrolling(tenant, 1, registration, hash, now, now);
    }

    /** The next version; the same body that still holds is the same version. */
    public CharacterEntry registeredAgain(Registration next, String hash, Instant now) {
        return hash.equals(bodyHash) && !state(now).isGone()
                ? this
                : enrolling(tenant, version + 1, next, hash, createdAt, now);
    }

    private static CharacterEntry enrolling(
            TenantId tenant, int version, Registration made, String hash, Instant created, Instant now) {
        return new CharacterEntry(
                tenant,
                made.name(),
                version,
                hash,
                made,
                CharacterState.ENROLLING,
                null,
                null,
                0,
                List.of(),
                made.endsAt(),
                false,
                created,
                now);
    }

    /** Consent has ended for a name that nobody has registered: requests may have used it. */
    public static CharacterEntry unknown(TenantId tenant, String name, Instant now) {
        return new CharacterEntry(
                tenant, name, 0, null, null, CharacterState.WITHDRAWN, null, null, 0, List.of(), null, false, now, now);
    }

    /** Consent has ended. Again, it is told again as long as nothing was heard of it. */
    public CharacterEntry withdrawn(Instant now) {
        return state == CharacterState.ERASED
                ? this
                : new CharacterEntry(
                        tenant,
                        name,
                        version,
                        null,
                        null,
                        CharacterState.WITHDRAWN,
                        null,
                        null,
                        0,
                        List.of(),
                        null,
                        false,
                        createdAt,
                        state == CharacterState.WITHDRAWN ? updatedAt : now);
    }

    /** Its state at a moment: a consent that has run out counts as withdrawn, whether or not it was told yet. */
    public CharacterState state(Instant now) {
        return endsAt != null && !endsAt.isAfter(now) && !state.isGone() ? CharacterState.WITHDRAWN : state;
    }

    /** The work that this state asks of the scorer, by an id of its own for each version; nothing is asked twice. */
    public CloudEvent work(Instant now) {
        return switch (state) {
            case ENROLLING, READY, REFUSED -> event("enrolment", Work.Enrolment.TYPE, enrolment(), now);
            case WITHDRAWN, ERASED ->
                event("withdrawal", Work.Withdrawal.TYPE, new Work.Withdrawal(id(), tenant, name, version), now);
        };
    }

    private Work.Enrolment enrolment() {
        if (registration == null) {
            throw new IllegalStateException("character " + name + " is not registered");
        }
        return new Work.Enrolment(
                id(), tenant, version, registration.character(), registration.consent(), registration.endsAt());
    }

    private CloudEvent event(String what, String type, Work work, Instant now) {
        return new CloudEvent(
                DerivedId.of(what, id().toString(), Integer.toString(version)).toString(),
                RequestIdentity.REST_SOURCE,
                type,
                id().toString(),
                now,
                Map.of(),
                Json.write(work));
    }
}
