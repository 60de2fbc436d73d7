package dev.callsheet.bench;

import dev.callsheet.stack.StackFailure;
import java.util.logging.Level;
import java.util.logging.Logger;
import picocli.CommandLine;
import picocli.CommandLine.Command;

/** The program behind {@code ./callsheet bench}. */
@Command(
        name = "bench",
        description = "Measures a packaged service against what one would take instead, in one run on this machine.",
        mixinStandardHelpOptions = true,
        subcommands = {
            RouterCommand.class,
            IntakeCommand.class,
            RendersCommand.class,
            ScorerCommand.class,
            LiveCommand.class
        })
public final class Bench {
    Bench() {}

    /** Ends with 0 if all that was sent was received, 1 if not, 2 for a wrong command line. */
    public static void main(String[] arguments) {
        // Kafka's client tells its whole configuration at INFO.
        Logger.getLogger("").setLevel(Level.SEVERE);
        var line = new CommandLine(new Bench());
        line.setExecutionExceptionHandler((exception, command, parsed) -> {
            if (exception instanceof StackFailure) {
                command.getErr().println(exception.getMessage());
                return 1;
            }
            throw exception;
        });
        System.exit(line.execute(arguments));
    }
}
