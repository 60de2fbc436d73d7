package dev.callsheet.decoder;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import org.bytedeco.javacpp.Loader;

/**
 * ffmpeg and ffprobe as they come in their jar, unpacked once into JavaCPP's cache ({@code
 * org.bytedeco.javacpp.cachedir}). The folder is taken as it is: the usual loading call would load all of its libraries
 * into this process too, at 200 MB.
 */
public final class BundledPrograms {
    private final File folder;

    public BundledPrograms() {
        String platform = Loader.getPlatform() + "-gpl";
        try {
            File unpacked =
                    Loader.cacheResource(org.bytedeco.ffmpeg.ffmpeg.class, "/org/bytedeco/ffmpeg/" + platform + "/");
            if (unpacked == null) {
                throw new IOException("no ffmpeg is bundled for " + platform);
            }
            folder = unpacked;
        } catch (IOException e) {
            throw new UncheckedIOException("the decoder cannot be unpacked", e);
        }
    }

    /** A child that runs this program, not yet started. */
    public ProcessBuilder program(String name, List<String> arguments) {
        File program = new File(folder, name);
        if (!program.canExecute() && !program.setExecutable(true)) {
            throw new UncheckedIOException(new IOException("the decoder cannot be made executable"));
        }
        ProcessBuilder child = new ProcessBuilder(program.getPath());
        child.command().addAll(arguments);
        // The libraries beside it name one another without saying where they lie.
        child.environment().put("LD_LIBRARY_PATH", folder.getPath());
        return child;
    }
}
