package dev.callsheet.decoder;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import org.bytedeco.javacpp.Loader;

/**
 * ffmpeg and ffprobe as they come in their jar, unpacked at the first use into JavaCPP's cache ({@code
 * org.bytedeco.javacpp.cachedir}). The folder is taken as it is: the usual loading call would load all of its libraries
 * into this process too, at 200 MB.
 */
public final class BundledPrograms {
    private final String platform;

    public BundledPrograms() {
        this(Loader.getPlatform());
    }

    /** Takes JavaCPP's name of a platform. */
    public BundledPrograms(String platform) {
        this.platform = platform;
    }

    /** The program's file. @throws IOException if none is bundled for this platform, or it cannot be unpacked */
    public File file(String name) throws IOException {
        File folder =
                Loader.cacheResource(org.bytedeco.ffmpeg.ffmpeg.class, "/org/bytedeco/ffmpeg/" + platform + "-gpl/");
        if (folder == null) {
            throw new IOException("no " + name + " is bundled for " + platform);
        }
        File program = new File(folder, name);
        if (!program.canExecute() && !program.setExecutable(true)) {
            throw new IOException(name + " cannot be made executable");
        }
        return program;
    }

    /** A child that runs this program without a jail, not yet started: for files of our own making. */
    public ProcessBuilder program(String name, List<String> arguments) {
        try {
            File program = file(name);
            ProcessBuilder child = new ProcessBuilder(program.getPath());
            child.command().addAll(arguments);
            child.environment().put(Jail.LIBRARIES, program.getParent());
            return child;
        } catch (IOException e) {
            throw new UncheckedIOException("the decoder cannot be unpacked", e);
        }
    }
}
