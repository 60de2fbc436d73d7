package dev.callsheet.stack.program;

import dev.callsheet.stack.Checkout;
import dev.callsheet.stack.StackFailure;
import dev.callsheet.stack.supervisor.StackRecord;
import dev.callsheet.stack.supervisor.StateFolder;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** Which stack is meant: each has a state folder of its own. */
final class StateOption {
    @Option(
            names = "--state",
            paramLabel = "DIR",
            description = "where the stack keeps everything (CALLSHEET_STATE; default: .callsheet)")
    private @Nullable Path named;

    StateFolder folder() {
        String variable = System.getenv("CALLSHEET_STATE");
        if (named != null) {
            return new StateFolder(named);
        }
        return new StateFolder(variable == null ? Checkout.find().root().resolve(".callsheet") : Path.of(variable));
    }

    /** The stack that runs. @throws StackFailure if none does, or is not ready yet */
    StackRecord running() {
        StateFolder folder = folder();
        StackRecord stack = folder.record()
                .filter(record -> folder.isHeld())
                .orElseThrow(() -> new StackFailure("the stack is not running; start it: ./callsheet up"));
        return switch (stack.phase()) {
            case READY -> stack;
            case STARTING -> throw new StackFailure("the stack is still starting; ask again: ./callsheet status");
            case ENDING -> throw new StackFailure("the stack is ending");
        };
    }
}
