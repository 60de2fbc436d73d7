package dev.callsheet.stack.program;

import picocli.CommandLine.Command;

@Command(
        name = "approve",
        description = "Takes a clip as it is, whatever the machine says of it.",
        mixinStandardHelpOptions = true)
final class ApproveCommand extends RulingCall {
    @Override
    String way() {
        return "approval";
    }
}
