package dev.callsheet.deploy;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** A page that wakes somebody says what to do, in commands, options and keys that there are. */
class RunbooksTest {
    private static final Path REPO = Path.of("..");
    private static final List<String> SERVICES = List.of(
            "request-api",
            "scenario-router",
            "i2v-worker",
            "r2v-worker",
            "avatar-session-service",
            "consistency-scorer");
    private static final Pattern COMMAND = Pattern.compile("\\./callsheet ([a-z]+)([^`\n]*)");
    private static final Pattern OPTION = Pattern.compile("--[a-z-]+");
    private static final Pattern NAME = Pattern.compile("name = \"([a-z]+)\"");
    private static final Pattern KEY = Pattern.compile(
            // Topics look alike.
            "`((?:callsheet|scorer)\\.(?!work\\.|facts|requests\\.|control\\.|turns\\.)[a-z.-]+[a-z])[=`]");
    private static final Pattern LINK = Pattern.compile("]\\(([^)#]+)[^)]*\\)");

    private final Map<String, String> pages = pages();

    @Test
    void everyPageIsAnAlertsAndTheIndexNamesEveryAlert() {
        Map<String, String> ofAlerts = Alerts.all().stream()
                .collect(Collectors.toMap(
                        alert -> alert.path("alert").asText(),
                        alert -> Path.of(alert.at("/annotations/runbook_url").asText())
                                .getFileName()
                                .toString()));
        String index = pages.get("README.md");

        assertThat(ofAlerts.values()).containsAll(without(pages.keySet(), "README.md"));
        assertThat(ofAlerts)
                .allSatisfy((alert, page) -> assertThat(index)
                        .contains("| `" + alert + "` | " + severity(alert) + " | [" + page.replace(".md", "") + "]("
                                + page + ") |"));
    }

    @Test
    void everyPageSaysWhatItMeansWhomItHurtsWhatToDoAndWhatNot() {
        assertThat(without(pages.keySet(), "README.md"))
                .allSatisfy(name -> assertThat(pages.get(name))
                        .containsSubsequence(
                                "# ",
                                "**Means.**",
                                "**Hurt.**",
                                "## Look first",
                                "## Do\n",
                                "## Do not",
                                "## Over when"));
    }

    @Test
    void everyCommandAndOptionExists() {
        Map<String, String> commands = commands();

        assertThat(found(COMMAND)).isNotEmpty().allSatisfy(found -> {
            assertThat(commands).containsKey(found.group(1));
            assertThat(OPTION.matcher(found.group(2)).results().map(MatchResult::group))
                    .allSatisfy(
                            option -> assertThat(commands.get(found.group(1))).contains("\"" + option + "\""));
        });
    }

    @Test
    void everyConfigurationKeyExists() throws IOException {
        Set<String> keys = new HashSet<>();
        for (String service : SERVICES) {
            keys.addAll(CodeKeys.of(service).keys().keySet());
        }

        assertThat(found(KEY).map(found -> found.group(1))).isNotEmpty().isSubsetOf(keys);
    }

    @Test
    void everyLinkLeadsSomewhere() {
        assertThat(found(LINK).map(found -> REPO.resolve("docs/runbooks").resolve(found.group(1))))
                .isNotEmpty()
                .allSatisfy(file -> assertThat(file).exists());
    }

    private Stream<MatchResult> found(Pattern pattern) {
        return pages.values().stream().flatMap(page -> pattern.matcher(page).results());
    }

    private static String severity(String name) {
        return Alerts.all().stream()
                .filter(alert -> alert.path("alert").asText().equals(name))
                .map(alert -> alert.at("/labels/severity"))
                .map(JsonNode::asText)
                .findFirst()
                .orElseThrow();
    }

    private static Set<String> without(Set<String> names, String name) {
        return names.stream().filter(each -> !each.equals(name)).collect(Collectors.toSet());
    }

    private static Map<String, String> pages() {
        try (Stream<Path> files = Files.list(REPO.resolve("docs/runbooks"))) {
            var pages = new TreeMap<String, String>();
            files.forEach(file -> pages.put(file.getFileName().toString(), text(file)));
            return pages;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The sources of {@code ./callsheet}'s commands, by their names. */
    private static Map<String, String> commands() {
        try (Stream<Path> files = Files.list(REPO.resolve("local-stack/src/main/java/dev/callsheet/stack/program"))) {
            return files.map(RunbooksTest::text)
                    .filter(text -> NAME.matcher(text).find())
                    .collect(Collectors.toMap(RunbooksTest::name, text -> text, String::concat));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String name(String source) {
        return NAME.matcher(source).results().findFirst().orElseThrow().group(1);
    }

    private static String text(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
