package dev.callsheet.stack.operators;

import static org.assertj.core.api.Assertions.assertThat;

import dev.callsheet.contracts.Control;
import dev.callsheet.contracts.RequestId;
import dev.callsheet.contracts.TenantId;
import dev.callsheet.contracts.Topics;
import dev.callsheet.contracts.Work;
import dev.callsheet.stack.operators.Ledgers.Known;
import dev.callsheet.stack.operators.RedriveRule.Fate;
import java.util.Optional;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.junit.jupiter.api.Test;

class RedriveRuleTest {
    private static final TenantId DEMO = new TenantId("demo");
    private static final Optional<Known> ENDED = Optional.of(new Known("r2v-worker", "completed", 0, 300_000));

    @Test
    void whatOnlyCountsForACampaignMayComeAfterTheRequestsEnd() {
        assertThat(fate(Topics.WORK_SCORING, Work.Unmade.TYPE)).isInstanceOf(Fate.Again.class);
        assertThat(fate(Topics.WORK_SCORING, Work.Ruled.TYPE)).isInstanceOf(Fate.Again.class);
        assertThat(fate(Topics.control(DEMO), Control.Approve.TYPE)).isInstanceOf(Fate.Again.class);
    }

    @Test
    void whatMayCostAgainMayNot() {
        assertThat(fate(Topics.WORK_SCORING, Work.Scoring.TYPE)).isInstanceOf(Fate.Paid.class);
        assertThat(fate(Topics.control(DEMO), Control.Cancel.TYPE)).isInstanceOf(Fate.Left.class);
    }

    private static Fate fate(String topic, String type) {
        var found = new ConsumerRecord<>(topic + ".dlq", 0, 0, new byte[0], new byte[0]);
        var letter = new DeadLetter(found, topic, type, RequestId.ofKey(DEMO, "key"), null, "event.unprocessable");
        return RedriveRule.of(letter, ENDED, false);
    }
}
