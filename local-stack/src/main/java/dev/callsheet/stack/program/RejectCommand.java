package dev.callsheet.stack.program;

import picocli.CommandLine.Command;

@Command(
        name = "reject",
        description =
                "Does not take a clip; while the request is open it is taken again, as long as takes and budget are left.",
        mixinStandardHelpOptions = true)
final class RejectCommand extends RulingCall {
    @Override
    String way() {
        return "rejection";
    }
}
