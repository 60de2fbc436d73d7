package dev.callsheet.stack.program;

import dev.callsheet.stack.StackFailure;
import dev.callsheet.stack.supervisor.RecordedProcess;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

@Command(
        name = "kill",
        description = "Kills a service (SIGKILL); the supervisor starts it again.",
        mixinStandardHelpOptions = true)
final class KillCommand implements Callable<Integer> {
    @Mixin
    private StateOption state = new StateOption();

    @Parameters(paramLabel = "SERVICE", description = "as in ./callsheet status")
    private String service = "";

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Override
    public Integer call() {
        ProcessHandle process = state.running()
                .process(service)
                .flatMap(RecordedProcess::alive)
                .orElseThrow(() -> new StackFailure("'" + service + "' is not running; see ./callsheet status"));
        process.destroyForcibly();
        spec.commandLine()
                .getOut()
                .println(service + " (pid " + process.pid() + ") is killed; the supervisor starts it again");
        return 0;
    }
}
