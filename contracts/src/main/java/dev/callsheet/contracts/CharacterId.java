package dev.callsheet.contracts;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.UUID;

/** A tenant's character, over all requests and campaigns that show it. */
public record CharacterId(@JsonValue UUID value) {
    @JsonCreator
    public static CharacterId parse(String text) {
        return new CharacterId(UUID.fromString(text));
    }

    /** The character that this tenant calls by this name. */
    public static CharacterId of(TenantId tenant, String name) {
        return new CharacterId(DerivedId.of("character", tenant.value(), name));
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
