package dev.callsheet.r2v;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.callsheet.contracts.Fact;
import dev.callsheet.contracts.RequestId;
import dev.callsheet.contracts.Route;
import dev.callsheet.contracts.TakeId;
import dev.callsheet.contracts.Topics;
import dev.callsheet.contracts.Work;
import dev.callsheet.render.testkit.Corridor;
import dev.callsheet.render.testkit.QueueOnLoopback;
import dev.callsheet.stack.RealPartsResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.time.Duration;
import java.time.Instant;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@WithTestResource(value = RealPartsResource.class, initArgs = @ResourceArg(name = "schema", value = "r2v"))
@WithTestResource(QueueOnLoopback.class)
class WorkerIT {

    @ConfigProperty(name = "kafka.bootstrap.servers")
    String bootstrapServers;

    private Corridor corridor;

    @BeforeEach
    void listen() {
        corridor = new Corridor(bootstrapServers, Topics.FACTS, Topics.WORK_SCORING);
    }

    @AfterEach
    void hangUp() {
        corridor.close();
    }

    @Test
    void aClipThatShowsSomebodyElseIsTakenAgainAndTheGoodOneIsTheResult() throws Exception {
        RequestId id = corridor.assign(Route.R2V, "mia", """
                {'prompt':'@{mia} waves','maxTakes':3,'campaign':'spring','output':{'resolution':'720P','seconds':3},
                 'media':[{'role':'reference','uri':'https://faces.example.com/1.png','character':'mia','kind':'human'}]}""");
        awaitScoring(1);
        Work.Scoring scoring = corridor.scorings().getFirst();
        assertThat(scoring.bound()).isTrue();
        assertThat(scoring.characters().getFirst().references()).containsExactly("https://faces.example.com/1.png");

        score(id, 1, "FAIL");
        awaitScoring(2);
        score(id, 2, "PASS");

        within(() -> {
            assertThat(corridor.facts(id).getLast()).isInstanceOfSatisfying(Fact.RequestCompleted.class, completed -> {
                assertThat(completed.takeId()).isEqualTo(TakeId.of(id, 2));
                assertThat(completed.verdict()).isEqualTo("PASS");
                assertThat(completed.takes()).isEqualTo(2);
                assertThat(completed.settledMicros()).isEqualTo(600_000);
            });
        });
        assertThat(QueueOnLoopback.JOBS.values())
                .allSatisfy(
                        payload -> assertThat(payload.path("prompt").asText()).isEqualTo("Image 1 waves"))
                .extracting(payload -> payload.path("seed").asLong())
                .doesNotHaveDuplicates();
    }

    @Test
    void aNameThatNobodyBearsEndsTheRequestBeforeMoney() throws Exception {
        RequestId id = corridor.assign(Route.R2V, "zoe", """
                {'prompt':'@{zoe} waves','output':{'resolution':'720P','seconds':3},
                 'media':[{'role':'reference','uri':'https://faces.example.com/1.png','character':'mia'}]}""");

        within(() -> assertThat(corridor.facts(id))
                .hasExactlyElementsOfTypes(Fact.TakeQueued.class, Fact.TakeFailed.class, Fact.RequestFailed.class));
        assertThat(((Fact.RequestFailed) corridor.facts(id).getLast()).code()).isEqualTo("BINDING_OUT_OF_RANGE");
        assertThat(((Fact.RequestFailed) corridor.facts(id).getLast()).settledMicros())
                .isZero();
    }

    private void awaitScoring(int count) {
        within(() -> assertThat(corridor.scorings()).hasSize(count));
    }

    private void score(RequestId id, int attempt, String verdict) throws Exception {
        var score = new Fact.Score(verdict, "rule", 0.5, 0.5, 0.604, "first", "s3://callsheet/report.json", null);
        Fact fact = new Fact.ClipScored(id, TakeId.of(id, attempt), Corridor.TENANT, score);
        corridor.send(Topics.FACTS, id, fact.event("test", Instant.EPOCH));
    }

    private static void within(org.awaitility.core.ThrowingRunnable assertion) {
        await().atMost(Duration.ofSeconds(40)).untilAsserted(assertion);
    }
}
