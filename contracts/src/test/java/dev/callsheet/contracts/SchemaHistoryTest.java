package dev.callsheet.contracts;

import static org.assertj.core.api.Assertions.assertThat;

import dev.callsheet.contracts.SchemaLines.Line;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** {@code schema-history/v1.txt} is what partners were promised; the schemas may only add to it. */
class SchemaHistoryTest {
    private static final Path HISTORY = Path.of("schema-history", "v1.txt");
    private static final Set<String> WRITTEN_BY_PARTNERS = Set.of(
            "video-requested",
            "control-cancel",
            "control-approve",
            "control-reject",
            "session-pause",
            "session-resume",
            "turn-said",
            "comment-posted");

    static List<String> published() throws IOException {
        return List.copyOf(history().keySet());
    }

    @ParameterizedTest
    @MethodSource("published")
    void aSchemaTakesNothingAwayFromWhatWasPublished(String name) throws IOException {
        var side = WRITTEN_BY_PARTNERS.contains(name) ? SchemaChange.Side.IN : SchemaChange.Side.OUT;

        assertThat(Schemas.documents()).containsKey(name);
        assertThat(new SchemaChange(
                                history().get(name),
                                SchemaLines.of(Schemas.documents().get(name)),
                                side)
                        .breaks())
                .as("a breaking change is a new version in the type's name")
                .isEmpty();
    }

    @Test
    void whatIsPublishedIsWrittenDown() throws IOException {
        Path made = Path.of("target", "schema-history-v1.txt");
        Files.createDirectories(made.getParent());
        Files.writeString(made, text());

        assertThat(HISTORY)
                .as(
                        "if the addition is meant, copy contracts/target/schema-history-v1.txt to contracts/schema-history/v1.txt")
                .hasSameTextualContentAs(made);
    }

    /** One change of a field a row: the same rules as above, seen to be red. */
    @ParameterizedTest
    @CsvSource(delimiter = ';', textBlock = """
            IN ; /a  string              ; /a  null|string              ; true
            IN ; /a  string  required    ; /a  string                   ; true
            IN ; /a  string              ; /a  string  required         ; false
            IN ; /a  null|string         ; /a  string                   ; false
            IN ; /a  any  one of: x      ; /a  any  one of: x, y        ; true
            IN ; /a  any  one of: x, y   ; /a  any  one of: x           ; false
            IN ; /a  string              ; /a  string  one of: x        ; false
            IN ; /a  integer  maximum=20 ; /a  integer  maximum=30      ; true
            IN ; /a  integer  maximum=20 ; /a  integer  maximum=10      ; false
            IN ; /a  integer  minimum=1  ; /a  integer  minimum=2       ; false
            IN ; /a  string  minLength=1 ; /a  string                   ; true
            IN ; /a  string              ; /a  string  minLength=1      ; false
            IN ; /a  string              ; /b  string                   ; false
            OUT; /a  string              ; /a  null|string              ; false
            OUT; /a  string  required    ; /a  string                   ; false
            OUT; /a  string              ; /a  string  required         ; false
            OUT; /a  any  one of: x      ; /a  any  one of: x, y        ; true
            OUT; /a  string              ; /a  integer                  ; false
            OUT; /a  string  format=uuid ; /a  string                   ; false
            OUT; /a  string              ; /a  any                      ; false
            """)
    void aChangeOfAFieldIsAdditiveOrABreak(SchemaChange.Side side, String before, String after, boolean additive) {
        assertThat(new SchemaChange(lines(before), lines(after), side).breaks().isEmpty())
                .isEqualTo(additive);
    }

    @Test
    void aNewFieldIsOptional() {
        TreeMap<String, Line> before = lines("/a  string");
        TreeMap<String, Line> after = lines("/a  string");

        after.putAll(lines("/b  object"));
        after.putAll(lines("/b/c  string  required"));
        assertThat(new SchemaChange(before, after, SchemaChange.Side.OUT).breaks())
                .isEmpty();

        after.putAll(lines("/d  string  required"));
        assertThat(new SchemaChange(before, after, SchemaChange.Side.OUT).breaks())
                .containsExactly("/d is new and required");
    }

    private static String text() throws IOException {
        return """
                # What is published as version 1: a line for each field of each payload. Lines are added, never taken away.

                """
                + Schemas.documents().entrySet().stream()
                        .map(schema -> schema.getKey() + "\n"
                                + SchemaLines.of(schema.getValue()).values().stream()
                                        .map(line -> "  " + line + "\n")
                                        .collect(Collectors.joining()))
                        .collect(Collectors.joining("\n"));
    }

    private static Map<String, TreeMap<String, Line>> history() throws IOException {
        Map<String, TreeMap<String, Line>> history = new TreeMap<>();
        TreeMap<String, Line> current = new TreeMap<>();
        for (String text : Files.readAllLines(HISTORY)) {
            if (text.startsWith("  ")) {
                current.putAll(lines(text));
            } else if (!text.isBlank() && !text.startsWith("#")) {
                current = new TreeMap<>();
                history.put(text, current);
            }
        }
        return history;
    }

    private static TreeMap<String, Line> lines(String text) {
        Line line = Line.parse(text.strip());
        return new TreeMap<>(Map.of(line.path(), line));
    }
}
