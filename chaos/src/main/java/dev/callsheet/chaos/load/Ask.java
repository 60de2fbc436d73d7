package dev.callsheet.chaos.load;

import com.fasterxml.jackson.databind.JsonNode;
import dev.callsheet.contracts.Control;
import dev.callsheet.contracts.RequestId;
import dev.callsheet.contracts.TenantId;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * One request and what is done with it.
 *
 * @param at when it is sent, from the beginning of the load
 * @param repeatAt when its record is sent the second time
 * @param cancelAt when it is cancelled, perhaps before it is sent; null for never
 * @param unstoppable said with the cancel; null for nothing said
 * @param deadline from the beginning of the load; null for none
 */
public record Ask(
        int number,
        RequestId id,
        TenantId tenant,
        JsonNode request,
        Duration at,
        Duration repeatAt,
        @Nullable Duration cancelAt,
        Control.@Nullable Unstoppable unstoppable,
        @Nullable Duration deadline) {}
