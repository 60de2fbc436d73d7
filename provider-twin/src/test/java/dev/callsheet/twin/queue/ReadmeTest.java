package dev.callsheet.twin.queue;

import static org.assertj.core.api.Assertions.assertThat;

import dev.callsheet.twin.queue.domain.fault.Fault;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The page says what the code does. */
class ReadmeTest {

    private final String page = read("README.md");

    @Test
    void theExampleOfAScriptIsTheFileThatTestsRead() {
        assertThat(page).contains("```yaml\n" + read("src/test/resources/dev/callsheet/twin/faults.yaml") + "```");
    }

    @Test
    void theTableNamesEveryFaultAndNoOther() {
        assertThat(faultsOfTheTable())
                .containsExactlyInAnyOrderElementsOf(
                        Fault.all().stream().map(Fault::word).toList());
    }

    @Test
    void theTableKnowsDoorsAndCountsOfWords() {
        for (var row : rows()) {
            var cells = row.split("\\|");
            var fault = Fault.named(names(cells[1]).getFirst()).orElseThrow();
            assertThat(cells[2].strip()).as(row).startsWith(fault.door().word());
            assertThat(cells[5].strip()).as(row).isEqualTo(fault.traits().strikes() == 1 ? "1" : "all");
        }
    }

    private List<String> faultsOfTheTable() {
        return rows().stream()
                .flatMap(row -> names(row.split("\\|")[1]).stream())
                .toList();
    }

    private List<String> rows() {
        return page.lines()
                .dropWhile(line -> !line.startsWith("| fault | door"))
                .skip(2)
                .takeWhile(line -> line.startsWith("|"))
                .toList();
    }

    private static List<String> names(String cell) {
        return Arrays.stream(cell.replace("`", "").split(","))
                .map(String::strip)
                .toList();
    }

    private static String read(String file) {
        try {
            return Files.readString(Path.of(file));
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }
}
