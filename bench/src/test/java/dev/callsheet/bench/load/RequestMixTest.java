package dev.callsheet.bench.load;

import static org.assertj.core.api.Assertions.assertThat;

import dev.callsheet.contracts.Decision;
import dev.callsheet.contracts.TenantId;
import java.time.Instant;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

class RequestMixTest {
    private static final TenantId TENANT = new TenantId("bench");

    @Test
    void theSharesAreWhatTheHouseDecides() {
        var mix = new RequestMix(TENANT, 400, Instant.now());
        var house = new House(TENANT);
        Map<String, Integer> shares = new TreeMap<>();
        for (int i = 0; i < mix.distinct(); i++) {
            Decision decision = house.decide(mix.body(i));
            shares.merge(
                    decision.route() == null ? "rejected" : decision.route().wire(), 1, Integer::sum);
        }

        assertThat(shares).isEqualTo(Map.of("i2v", 180, "r2v", 140, "avatar", 40, "rejected", 40));
        assertThat(mix.meanBytes()).isBetween(900.0, 1_100.0);
    }
}
