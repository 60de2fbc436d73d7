package dev.callsheet.identity.program;

import dev.callsheet.identity.calibration.TooFewFaces;
import dev.callsheet.identity.onnx.ModelsUnusable;
import picocli.CommandLine;
import picocli.CommandLine.Command;

/** The programs of this library: {@code score} and {@code calibrate}. */
@Command(
        name = "callsheet",
        subcommands = {Score.class, Calibrate.class})
public final class Measure {
    private Measure() {}

    public static void main(String[] args) {
        System.exit(commandLine().execute(args));
    }

    /** The command line; a failure that its user can mend is one line and 1. */
    static CommandLine commandLine() {
        CommandLine line = new CommandLine(new Measure());
        line.setExecutionExceptionHandler((failure, command, _) -> {
            boolean told =
                    failure instanceof Unusable || failure instanceof TooFewFaces || failure instanceof ModelsUnusable;
            if (!told) {
                throw failure;
            }
            command.getErr().println("callsheet " + command.getCommandName() + ": " + failure.getMessage());
            return 1;
        });
        return line;
    }
}
