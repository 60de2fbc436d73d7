package dev.callsheet.contracts;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import org.junit.jupiter.api.Test;

/** The page of reasons is made from the code; a new reason without its line on the page is red here. */
class ReasonsPageGoldenTest {
    @Test
    void thePageNamesEveryReasonWithItsMeaningAndRemedy() throws IOException {
        Path made = Path.of("target", "reasons.md");
        Files.createDirectories(made.getParent());
        Files.writeString(made, page());

        assertThat(Path.of("..", "docs", "reasons.md"))
                .as("if the change is meant, copy contracts/target/reasons.md to docs/")
                .hasSameTextualContentAs(made);
    }

    private static String page() {
        StringBuilder page = new StringBuilder("""
                # Reasons

                Every decision names its reasons by these codes. Codes are stable: they are added, never renamed.
                Where something is wrong, the decision also has the field, what was found and what is allowed.

                """);
        for (Reason.Severity severity : Reason.Severity.values()) {
            page.append("## ")
                    .append(severity.name().toLowerCase(Locale.ROOT))
                    .append(": ")
                    .append(meaning(severity))
                    .append("\n\n| code | meaning | what to do |\n| --- | --- | --- |\n");
            for (Reason reason : Reason.values()) {
                if (reason.severity() == severity) {
                    page.append("| `%s` | %s | %s |%n".formatted(reason, reason.meaning(), reason.remedy()));
                }
            }
            page.append('\n');
        }
        return page.toString().stripTrailing() + "\n";
    }

    private static String meaning(Reason.Severity severity) {
        return switch (severity) {
            case REASON -> "explains the route";
            case REJECT -> "refuses the request, before any money";
            case WARNING -> "lets it pass and says so";
            case REPAIR -> "changes nothing that was asked for";
        };
    }
}
