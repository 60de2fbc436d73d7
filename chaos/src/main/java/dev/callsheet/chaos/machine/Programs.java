package dev.callsheet.chaos.machine;

import dev.callsheet.stack.Checkout;
import dev.callsheet.stack.Launcher;
import dev.callsheet.stack.PostgresPart;
import dev.callsheet.stack.StackFailure;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.ConcurrentLinkedQueue;

/** Starts the run's processes in its folder; none of them outlives this JVM. */
public final class Programs {
    private final Path folder;
    private final ConcurrentLinkedQueue<ProcessHandle> born = new ConcurrentLinkedQueue<>();
    private final Launcher launcher = Launcher.telling(born::add);

    /** @param folder of all data and logs of the run */
    public Programs(Path folder) {
        this.folder = folder;
        Runtime.getRuntime().addShutdownHook(new Thread(this::endAll, "end-of-chaos"));
    }

    public Path folder() {
        return folder;
    }

    Launcher launcher() {
        return launcher;
    }

    Path log(String name) {
        return folder.resolve("logs").resolve(name + ".log");
    }

    /**
     * A packaged program of the house, copied into the run's folder: a build meanwhile does not touch it. The system
     * property {@code callsheet.chaos.MODULE} names another folder with one.
     */
    Path packaged(String module) {
        Path copy = folder.resolve("programs").resolve(module);
        if (!Files.isDirectory(copy)) {
            String other = System.getProperty("callsheet.chaos." + module);
            Path built = other == null
                    ? Checkout.find().root().resolve(module).resolve("target/quarkus-app")
                    : Path.of(other);
            if (!Files.isRegularFile(built.resolve("quarkus-run.jar"))) {
                throw new StackFailure(module + " is not built: no program in " + built);
            }
            Folders.copy(built, copy);
        }
        return copy;
    }

    /** Kills what is left; a process that is stopped dies too. */
    public void endAll() {
        born.forEach(ProcessHandle::destroyForcibly);
        PostgresPart.postmaster(folder.resolve("postgres")).ifPresent(process -> {
            Signals.send(process, Signals.QUIT);
            process.destroyForcibly();
        });
    }
}
