package dev.callsheet.twin.queue.domain.fault;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ScriptReaderTest {

    private static final YAMLMapper YAML = new YAMLMapper();

    @Test
    void theExampleIsReadAsItSays() throws IOException {
        var example = Path.of("src/test/resources/dev/callsheet/twin/faults.yaml");

        var script = ScriptReader.read(YAML.readTree(example.toFile()));

        assertThat(script.seed()).isEqualTo(11);
        assertThat(script.rules())
                .containsExactly(
                        rule(Blow.usual(AnswerFault.LOST_ANSWER), new Rule.When.Nth(Set.of(3L, 17L))),
                        new Rule(
                                Blow.usual(JobFault.THROTTLED_JOB),
                                new Rule.When.Sometimes(0.02),
                                Optional.of("wan2.7-i2v"),
                                Optional.empty(),
                                Optional.empty(),
                                40),
                        new Rule(
                                Blow.usual(AnswerFault.UNAVAILABLE),
                                new Rule.When.Every(),
                                Optional.empty(),
                                Optional.empty(),
                                Optional.of(new Rule.Window(Duration.ofSeconds(30), Duration.ofSeconds(50))),
                                Integer.MAX_VALUE),
                        rule(Blow.of(JobFault.JOB_WEDGED, Duration.ofMinutes(1), null), new Rule.When.Sometimes(0.01)),
                        new Rule(
                                Blow.of(JobFault.EMPTY_OUTCOME, null, 5),
                                new Rule.When.Every(),
                                Optional.empty(),
                                Optional.of("window seat"),
                                Optional.empty(),
                                Integer.MAX_VALUE),
                        rule(Blow.usual(ArtifactFault.ARTIFACT_TRUNCATED), new Rule.When.Sometimes(0.1)));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "rule: []                                               | rule: found [] | rules",
                "rules: 3                                               | rules: found 3 | a list",
                "rules: [{fault: rain}]                                 | rules[0].fault: found rain | lost-answer",
                "rules: [{at: read}]                                    | rules[0].fault: found nothing | lost-answer",
                "rules: [{fault: lost-answer, at: read}]                | rules[0].at: found read | submit",
                "rules: [{fault: lost-answer}, {fault: x, nht: 3}]      | rules[1].nht: found 3 | nth",
                "rules: [{fault: lost-answer, nth: 0}]                  | rules[0].nth: found 0 | whole number",
                "rules: [{fault: lost-answer, nth: 1, probability: 1}]  | rules[0].nth | one of the two",
                "rules: [{fault: lost-answer, probability: 1.5}]        | rules[0].probability: found 1.5 | 0 to 1",
                "rules: [{fault: lost-answer, from: soon}]              | rules[0].from: found \"soon\" | 20s",
                "rules: [{fault: lost-answer, lasts: 3s}]               | rules[0].lasts | none for lost-answer",
                "rules: [{fault: lost-answer, amount: 3}]               | rules[0].amount | none for lost-answer",
                "rules: [{fault: lost-answer, limit: 0}]                | rules[0].limit: found 0 | whole number"
            })
    void whatDoesNotFitIsRefusedWithKeyFindingAndAllowance(String yaml, String key, String allowed) {
        assertThatThrownBy(() -> ScriptReader.read(tree(yaml)))
                .isInstanceOf(BadScript.class)
                .hasMessageStartingWith(key)
                .hasMessageContaining(", allowed is ")
                .hasMessageContaining(allowed);
    }

    @Test
    void foreverIsALengthAndAnAmount() throws JsonProcessingException {
        var script = ScriptReader.read(
                tree("rules: [{fault: job-vanished, lasts: forever}, {fault: unknown-status, amount: forever}]"));

        assertThat(script.rules())
                .extracting(Rule::blow)
                .containsExactly(
                        Blow.of(JobFault.JOB_VANISHED, Traits.FOREVER, null),
                        Blow.of(JobFault.UNKNOWN_STATUS, null, Traits.ALWAYS));
    }

    private static JsonNode tree(String yaml) throws JsonProcessingException {
        return YAML.readTree(yaml);
    }

    private static Rule rule(Blow blow, Rule.When when) {
        return new Rule(blow, when, Optional.empty(), Optional.empty(), Optional.empty(), Integer.MAX_VALUE);
    }
}
