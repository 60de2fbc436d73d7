package dev.callsheet.avatar.inbound;

import dev.callsheet.avatar.domain.Refused;
import dev.callsheet.contracts.TenantId;
import dev.callsheet.corridor.keys.Admission;
import dev.callsheet.corridor.keys.KeyDoor;
import dev.callsheet.corridor.keys.Scope;
import jakarta.inject.Singleton;
import org.jspecify.annotations.Nullable;

/** Who calls: sessions cost money from their start, so all of their door needs the scope {@code sessions:write}. */
@Singleton
class ApiKeys {
    private final KeyDoor door;

    ApiKeys(KeyDoor door) {
        this.door = door;
    }

    /** The tenant of {@code X-API-Key} or of {@code Authorization: Bearer}. @throws Refused 401 or 403 */
    TenantId tenant(@Nullable String apiKey, @Nullable String authorization) {
        return switch (door.admit(apiKey, authorization, Scope.SESSIONS_WRITE)) {
            case Admission.Admitted admitted -> admitted.holder().tenant();
            case Admission.Refused refused -> throw new Refused(refused.problem());
        };
    }

    /** Whose sessions the caller may look at: its own tenant's, null for those of all. @throws Refused 401 or 403 */
    @Nullable
    TenantId sight(@Nullable String apiKey, @Nullable String authorization) {
        return door.admit(apiKey, authorization, Scope.OPERATORS_READ) instanceof Admission.Admitted
                ? null
                : tenant(apiKey, authorization);
    }
}
