package dev.callsheet.chaos.load;

import static org.assertj.core.api.Assertions.assertThat;

import dev.callsheet.chaos.plan.Plan;
import dev.callsheet.chaos.plan.PlanFile;
import dev.callsheet.contracts.RequestReader;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

class RequestMixTest {
    private static final Plan PLAN = PlanFile.read(Path.of("plans/money.yaml"));
    private final List<Ask> asks = new RequestMix(PLAN, Instant.EPOCH).asks();

    @Test
    void everyRequestIsOneThatTheHouseCanRead() {
        assertThat(asks).hasSize(PLAN.takes()).allSatisfy(ask -> {
            RequestReader.Reading reading = RequestReader.read(ask.request());
            assertThat(reading.violations()).isEmpty();
            assertThat(reading.warnings()).isEmpty();
        });
        assertThat(asks).extracting(Ask::id).doesNotHaveDuplicates();
    }

    @Test
    void theSameSeedAsksForTheSame() {
        assertThat(new RequestMix(PLAN, Instant.EPOCH).asks()).isEqualTo(asks);
        assertThat(new RequestMix(PLAN.with(PLAN.takes(), 3, 1, PLAN.seed() + 1), Instant.EPOCH).asks())
                .isNotEqualTo(asks);
    }

    @Test
    void someAreCancelledSomeHaveADeadlineSomeAreTooPoor() {
        assertThat(asks).filteredOn(ask -> ask.cancelAt() != null).hasSizeBetween(400, 600);
        assertThat(asks).filteredOn(ask -> ask.deadline() != null).hasSizeBetween(200, 400);
        assertThat(asks)
                .filteredOn(ask -> ask.request().at("/budget/limit").asText().equals("0.01"))
                .hasSizeBetween(50, 160);
        assertThat(asks)
                .filteredOn(ask -> ask.request().at("/media/0/uri").asText().startsWith("s3://"))
                .hasSizeBetween(400, 600);
    }
}
