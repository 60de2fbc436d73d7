package dev.callsheet.r2v.outbound;

import java.io.File;
import java.io.IOException;
import org.bytedeco.javacpp.Loader;

/**
 * The folder in which ffmpeg lies: as it comes in its jar, unpacked once into JavaCPP's cache ({@code
 * org.bytedeco.javacpp.cachedir}). None of its libraries is loaded into this process.
 */
public final class BundledFfmpeg {
    private final String platform;

    public BundledFfmpeg() {
        this(Loader.getPlatform());
    }

    BundledFfmpeg(String platform) {
        this.platform = platform;
    }

    /** @throws IOException if none is bundled for this platform */
    File folder() throws IOException {
        File folder =
                Loader.cacheResource(org.bytedeco.ffmpeg.ffmpeg.class, "/org/bytedeco/ffmpeg/" + platform + "-gpl/");
        if (folder == null) {
            throw new IOException("no ffmpeg is bundled for " + platform);
        }
        File program = new File(folder, "ffmpeg");
        if (!program.canExecute() && !program.setExecutable(true)) {
            throw new IOException("ffmpeg cannot be made executable");
        }
        return folder;
    }
}
