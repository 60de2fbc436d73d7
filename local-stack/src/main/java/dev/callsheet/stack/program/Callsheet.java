package dev.callsheet.stack.program;

import dev.callsheet.contracts.TenantId;
import dev.callsheet.contracts.UnreadableEvent;
import dev.callsheet.routing.policy.PolicyRefused;
import dev.callsheet.stack.StackFailure;
import java.util.logging.Level;
import java.util.logging.Logger;
import picocli.CommandLine;
import picocli.CommandLine.Command;

/** The program behind the script {@code ./callsheet}. */
@Command(
        name = "callsheet",
        description =
                "Runs Callsheet on this machine: real Kafka, PostgreSQL, S3, the provider twin, the six services.",
        synopsisSubcommandLabel = "COMMAND",
        mixinStandardHelpOptions = true,
        version = "0.1.0",
        footer = {
            "",
            "Without a stack: ./callsheet score measures local clips, ./callsheet calibrate makes a calibration.",
            "./callsheet test runs every test; ./callsheet COMMAND --help tells more."
        },
        subcommands = {
            DemoCommand.class,
            UpCommand.class,
            DownCommand.class,
            StatusCommand.class,
            LogsCommand.class,
            PlanCommand.class,
            PolicyCommand.class,
            SubmitCommand.class,
            BatchCommand.class,
            ShowCommand.class,
            TracesCommand.class,
            CharacterCommand.class,
            CampaignCommand.class,
            TrialCommand.class,
            ApproveCommand.class,
            RejectCommand.class,
            VerifyCommand.class,
            CostsCommand.class,
            CapCommand.class,
            TakesCommand.class,
            PauseCommand.class,
            ResumeCommand.class,
            AlertsCommand.class,
            ResolveCommand.class,
            RedriveCommand.class,
            RestartCommand.class,
            KillCommand.class
        })
public final class Callsheet {
    Callsheet() {}

    /** Ends with 0 if all was done, 1 if not, 2 for a wrong command line. */
    public static void main(String[] arguments) {
        // Kafka's client tells its whole configuration at INFO.
        Logger.getLogger("").setLevel(Level.SEVERE);
        var line = new CommandLine(new Callsheet());
        line.registerConverter(TenantId.class, TenantId::new);
        line.setExecutionExceptionHandler((exception, command, parsed) -> {
            if (exception instanceof StackFailure
                    || exception instanceof UnreadableEvent
                    || exception instanceof PolicyRefused) {
                command.getErr().println(exception.getMessage());
                return 1;
            }
            throw exception;
        });
        System.exit(line.execute(arguments));
    }
}
