package dev.callsheet.stack.program;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import picocli.CommandLine;

class CommandLineTest {
    @Test
    void everyCommandCanBeReadAndSaysWhatItDoes() {
        var line = new CommandLine(new Callsheet());

        assertThat(line.getSubcommands())
                .containsKeys(
                        "demo",
                        "up",
                        "costs",
                        "cap",
                        "takes",
                        "redrive",
                        "verify",
                        "character",
                        "campaign",
                        "trial",
                        "approve",
                        "reject");
        line.getSubcommands()
                .values()
                .forEach(command -> assertThat(command.getUsageMessage())
                        .as(command.getCommandName())
                        .contains("Usage: callsheet"));
        var takes = line.getSubcommands().get("takes").getCommandSpec();
        assertThat(takes.findOption("--state").description()[0]).contains("wedged");
    }
}
