package dev.callsheet.chaos;

import dev.callsheet.stack.StackFailure;
import java.util.logging.Level;
import java.util.logging.Logger;
import picocli.CommandLine;
import picocli.CommandLine.Command;

/** The program behind {@code ./callsheet chaos}. */
@Command(
        name = "chaos",
        description = "Runs packaged services under kills, pauses and lies, and checks what is left.",
        mixinStandardHelpOptions = true,
        subcommands = {AllCommand.class, MoneyCommand.class, LiveCommand.class})
public final class Chaos {
    Chaos() {}

    /** Ends with 0 if the promise was kept, 1 if not, 2 for a wrong command line. */
    public static void main(String[] arguments) {
        // Clients tell of every broker and postmaster that is away; that they are is the point.
        Logger.getLogger("").setLevel(Level.OFF);
        var line = new CommandLine(new Chaos());
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
