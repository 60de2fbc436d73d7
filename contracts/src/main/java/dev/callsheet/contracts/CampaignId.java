package dev.callsheet.contracts;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.UUID;

/** A tenant's campaign: the requests that name it. */
public record CampaignId(@JsonValue UUID value) {
    @JsonCreator
    public static CampaignId parse(String text) {
        return new CampaignId(UUID.fromString(text));
    }

    /** The campaign that this tenant calls by this name. */
    public static CampaignId of(TenantId tenant, String name) {
        return new CampaignId(DerivedId.of("campaign", tenant.value(), name));
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
