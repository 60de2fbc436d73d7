package dev.callsheet.twin.render.outbound;

import dev.callsheet.twin.TwinSettings;
import dev.callsheet.twin.render.RenderFailure;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.File;
import java.io.IOException;
import java.lang.ProcessBuilder.Redirect;
import java.nio.file.Files;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.bytedeco.javacpp.Loader;
import org.jboss.logging.Logger;

/** The bundled ffmpeg program, run as a child process: a crash or a hang of it never reaches the twin. */
@ApplicationScoped
public class Ffmpeg {

    private static final Logger LOG = Logger.getLogger(Ffmpeg.class);

    private final Duration limit;

    Ffmpeg(TwinSettings settings) {
        this.limit = settings.render().limit();
    }

    /**
     * Runs the program and waits for it.
     *
     * @throws RenderFailure if it reports an error or takes longer than the limit
     */
    public void run(List<String> arguments) throws RenderFailure, InterruptedException {
        try {
            started(arguments);
        } catch (IOException e) {
            LOG.error("ffmpeg cannot be started", e);
            throw new RenderFailure("InternalError: the renderer cannot be started");
        }
    }

    private void started(List<String> arguments) throws IOException, RenderFailure, InterruptedException {
        var report = Files.createTempFile("ffmpeg", ".log");
        var child = child(arguments)
                .redirectErrorStream(true)
                .redirectOutput(Redirect.to(report.toFile()))
                .start();
        try {
            if (!child.waitFor(limit.toMillis(), TimeUnit.MILLISECONDS)) {
                throw new RenderFailure("InternalError: rendering took longer than " + limit.toSeconds() + " s");
            }
            if (child.exitValue() != 0) {
                LOG.warnf(
                        "ffmpeg ended with %d: %s",
                        child.exitValue(), Files.readString(report).strip());
                throw new RenderFailure("InvalidParameter: the media cannot be decoded or rendered");
            }
        } finally {
            child.destroyForcibly();
            Files.delete(report);
        }
    }

    /**
     * Unpacks the program and its libraries from their jar into JavaCPP's cache at the first call. The folder is taken as
     * a whole: {@code Loader.load} would also load every library into this process, which needs none of them.
     */
    private static File folder() throws IOException {
        var folder = Loader.cacheResource(
                org.bytedeco.ffmpeg.ffmpeg.class, "/org/bytedeco/ffmpeg/" + Loader.getPlatform() + "-gpl/");
        if (folder == null) {
            throw new IOException("no ffmpeg program is bundled for " + Loader.getPlatform());
        }
        return folder;
    }

    private static ProcessBuilder child(List<String> arguments) throws IOException {
        var folder = folder();
        var program = new File(folder, "ffmpeg");
        if (!program.canExecute() && !program.setExecutable(true)) {
            throw new IOException("the ffmpeg program cannot be made executable");
        }
        var command = new ArrayList<>(List.of(program.getPath(), "-nostdin", "-v", "error", "-y"));
        command.addAll(arguments);
        var child = new ProcessBuilder(command);
        // Its libraries name one another without saying where they lie.
        child.environment().put("LD_LIBRARY_PATH", folder.getPath());
        return child;
    }
}
