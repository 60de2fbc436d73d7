package dev.callsheet.stack.program;

import dev.callsheet.stack.StackFailure;
import dev.callsheet.stack.supervisor.RecordedProcess;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

@Command(
        name = "restart",
        description = "Ends a service (SIGTERM) and waits until it is ready again, for instance after a build.",
        mixinStandardHelpOptions = true)
final class RestartCommand implements Callable<Integer> {
    private static final int PATIENCE_SECONDS = 120;

    @Mixin
    private StateOption state = new StateOption();

    @Parameters(paramLabel = "SERVICE", description = "as in ./callsheet status")
    private String service = "";

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Override
    public Integer call() throws InterruptedException {
        RecordedProcess before =
                process().orElseThrow(() -> new StackFailure("no service '" + service + "'; see ./callsheet status"));
        before.alive().ifPresent(ProcessHandle::destroy);
        var pause = new Semaphore(0);
        for (int tenths = 0; tenths < PATIENCE_SECONDS * 10; tenths++) {
            Optional<RecordedProcess> now = process()
                    .filter(process -> process.pid() != before.pid())
                    .filter(process -> process.readyAfterMs() != null);
            if (now.isPresent()) {
                spec.commandLine()
                        .getOut()
                        .println(service + " is ready again (pid " + now.get().pid() + ")");
                return 0;
            }
            pause.tryAcquire(100, TimeUnit.MILLISECONDS);
        }
        throw new StackFailure(
                service + " is not ready after " + PATIENCE_SECONDS + " s; see ./callsheet logs " + service);
    }

    private Optional<RecordedProcess> process() {
        return state.running().process(service);
    }
}
