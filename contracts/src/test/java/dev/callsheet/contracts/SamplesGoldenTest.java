package dev.callsheet.contracts;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.networknt.schema.JsonSchema;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SchemaLocation;
import com.networknt.schema.SpecVersion;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * The samples are for ever: each stays valid, and each is read and written back without a loss. What was added since a
 * sample was made may stand beside it.
 */
class SamplesGoldenTest {
    private static final Path SAMPLES = Path.of("samples");

    private static final Map<String, Class<?>> OTHERS = Map.ofEntries(
            Map.entry("work-assigned", Work.Assigned.class),
            Map.entry("work-scoring", Work.Scoring.class),
            Map.entry("work-unmade", Work.Unmade.class),
            Map.entry("work-ruled", Work.Ruled.class),
            Map.entry("work-enrolment", Work.Enrolment.class),
            Map.entry("work-withdrawal", Work.Withdrawal.class),
            Map.entry("control-cancel", Control.Cancel.class),
            Map.entry("control-approve", Control.Approve.class),
            Map.entry("control-reject", Control.Reject.class),
            Map.entry("turn-said", SessionTurn.class),
            Map.entry("session-pause", Control.Pause.class),
            Map.entry("session-resume", Control.Resume.class),
            Map.entry("comment-posted", SessionComment.class));

    private final JsonSchemaFactory schemas = JsonSchemaFactory.getInstance(
            SpecVersion.VersionFlag.V202012,
            builder -> builder.schemaMappers(mappers ->
                    mappers.mapPrefix("https://callsheet.dev/schemas/", "classpath:dev/callsheet/contracts/schemas/")));

    static Stream<Path> samples() throws IOException {
        try (Stream<Path> all = Files.walk(SAMPLES)) {
            return all.filter(Files::isRegularFile).sorted().toList().stream();
        }
    }

    @ParameterizedTest
    @MethodSource("samples")
    void aSampleHoldsToItsSchema(Path sample) throws IOException {
        JsonSchema schema =
                schemas.getSchema(SchemaLocation.of("https://callsheet.dev/schemas/" + name(sample) + ".v1.json"));

        assertThat(schema.validate(Json.read(Files.readAllBytes(sample)))).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("samples")
    void aSampleIsReadAndWrittenBackWithoutALoss(Path sample) throws IOException {
        byte[] bytes = Files.readAllBytes(sample);
        JsonNode expected = Json.read(bytes);

        if (name(sample).equals("video-requested")) {
            RequestReader.Reading reading = RequestReader.read(expected);
            assertThat(reading.violations()).isEmpty();
            assertThat(reading.warnings()).isEmpty();
        } else {
            Object value = Json.read(bytes, types().get(name(sample)));
            assertThat(lost(expected, Json.read(Json.write(value)), "")).isEmpty();
        }
    }

    /** JSON Pointers of what stands in the sample and not, or otherwise, in what was written. */
    private static List<String> lost(JsonNode sample, JsonNode written, String at) {
        if (sample.isObject() && written.isObject()) {
            return sample.propertyStream()
                    .flatMap(field ->
                            lost(field.getValue(), written.path(field.getKey()), at + "/" + field.getKey()).stream())
                    .toList();
        }
        if (sample.isArray() && written.size() == sample.size()) {
            return IntStream.range(0, sample.size())
                    .boxed()
                    .flatMap(i -> lost(sample.get(i), written.get(i), at + "/" + i).stream())
                    .toList();
        }
        return sample.equals(written) ? List.of() : List.of(at);
    }

    @Test
    void everyEventHasASampleAndASchema() throws IOException {
        List<String> sampled = samples().map(SamplesGoldenTest::name).distinct().toList();

        assertThat(sampled).containsAll(types().keySet()).contains("video-requested");
        assertThat(samples().count()).isGreaterThan(2L * types().size());
    }

    static Map<String, Class<?>> types() {
        Map<String, Class<?>> types = new TreeMap<>(OTHERS);
        FactTypes.all()
                .forEach((type, fact) -> types.put(
                        type.replace("dev.callsheet.", "").replace(".v1", "").replace('.', '-'), fact));
        return types;
    }

    private static String name(Path sample) {
        return sample.getParent().getFileName().toString();
    }
}
