package dev.callsheet.stack.program;

import dev.callsheet.stack.Launcher;
import dev.callsheet.stack.StackFailure;
import dev.callsheet.stack.supervisor.StackRecord;
import dev.callsheet.stack.supervisor.StateFolder;
import java.io.File;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/** Starts a supervisor that lives on without us, and shows how it gets on until the stack is ready. */
final class DetachedSupervisor {
    private final StateFolder folder;
    private final PrintWriter out;
    private final Path log;
    private int shown;

    DetachedSupervisor(StateFolder folder, PrintWriter out) {
        this.folder = folder;
        this.out = out;
        this.log = folder.log("supervisor");
    }

    /** True once the stack is ready; false if it could not be started. Ctrl-C meanwhile ends all of it. */
    boolean start(List<String> arguments) {
        Process supervisor = launch(arguments);
        Thread hook = new Thread(() -> end(supervisor), "end-supervisor");
        Runtime.getRuntime().addShutdownHook(hook);
        while (!isReady(supervisor)) {
            boolean over = waitFor(supervisor, 100);
            showNews();
            if (over) {
                Runtime.getRuntime().removeShutdownHook(hook);
                return false;
            }
        }
        Runtime.getRuntime().removeShutdownHook(hook);
        showNews();
        return true;
    }

    private boolean isReady(Process supervisor) {
        Optional<StackRecord> stack = folder.record();
        return stack.filter(record -> record.supervisor().pid() == supervisor.pid())
                .filter(record -> record.phase() == StackRecord.Phase.READY)
                .isPresent();
    }

    private Process launch(List<String> arguments) {
        List<String> command = new ArrayList<>();
        // A session of its own: neither Ctrl-C nor the end of the terminal reaches it.
        Path setsid = Path.of("/usr/bin/setsid");
        if (Files.isExecutable(setsid)) {
            command.add(setsid.toString());
        }
        command.addAll(List.of(
                Launcher.java(),
                "-Xmx128m",
                "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1",
                "-Djava.awt.headless=true",
                // Protobuf and Kafka still use it; the JDK's warning helps nobody here.
                "--sun-misc-unsafe-memory-access=allow",
                "-Dcallsheet.root=" + dev.callsheet.stack.Checkout.find().root(),
                "-cp",
                System.getProperty("java.class.path"),
                Callsheet.class.getName()));
        command.addAll(arguments);
        try {
            Files.createDirectories(log.getParent());
            Files.deleteIfExists(log);
            return new ProcessBuilder(command)
                    .redirectInput(new File("/dev/null"))
                    .redirectErrorStream(true)
                    .redirectOutput(log.toFile())
                    .start();
        } catch (IOException e) {
            throw new StackFailure("the supervisor cannot be started: " + e.getMessage(), e);
        }
    }

    private void showNews() {
        try {
            List<String> lines = Files.readAllLines(log);
            lines.subList(Math.min(shown, lines.size()), lines.size()).forEach(out::println);
            out.flush();
            shown = lines.size();
        } catch (IOException e) {
            // Half a character at the end of the file: the next look will do.
        }
    }

    private static void end(Process supervisor) {
        supervisor.destroy();
        waitFor(supervisor, 40_000);
    }

    private static boolean waitFor(Process process, long millis) {
        try {
            return process.waitFor(millis, TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return true;
        }
    }
}
