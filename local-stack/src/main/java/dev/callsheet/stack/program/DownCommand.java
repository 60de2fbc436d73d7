package dev.callsheet.stack.program;

import dev.callsheet.stack.StackFailure;
import dev.callsheet.stack.supervisor.Leftovers;
import dev.callsheet.stack.supervisor.StateFolder;
import java.io.PrintWriter;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

@Command(name = "down", description = "Ends the stack; data and logs stay.", mixinStandardHelpOptions = true)
final class DownCommand implements Callable<Integer> {
    private static final long PATIENCE_SECONDS = 60;

    @Mixin
    private StateOption state = new StateOption();

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Override
    public Integer call() {
        PrintWriter out = spec.commandLine().getOut();
        StateFolder folder = state.folder();
        boolean held = folder.isHeld();
        if (held) {
            folder.record().flatMap(stack -> stack.supervisor().alive()).ifPresent(DownCommand::end);
        }
        if (folder.isHeld()) {
            throw new StackFailure("something holds " + folder.root() + " and does not end");
        }
        List<String> left = new Leftovers(folder).end();
        left.forEach(name -> out.println("ended what was left: " + name));
        out.println(held || !left.isEmpty() ? "the stack is down" : "the stack was not running");
        return 0;
    }

    private static void end(ProcessHandle supervisor) {
        supervisor.destroy();
        try {
            supervisor.onExit().get(PATIENCE_SECONDS, TimeUnit.SECONDS);
        } catch (TimeoutException e) {
            supervisor.destroyForcibly();
            supervisor.onExit().join();
        } catch (ExecutionException e) {
            throw new StackFailure("the supervisor cannot be watched: " + e.getMessage(), e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
