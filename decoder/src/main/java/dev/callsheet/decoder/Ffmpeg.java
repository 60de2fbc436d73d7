package dev.callsheet.decoder;

import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * The bundled ffmpeg programs as jailed children. The one input comes by their standard input, opened by us: they can open
 * no file and no address by themselves, write no file, know a short list of formats and codecs and stay under 256 MB.
 * Thread-safe.
 */
public final class Ffmpeg implements AutoCloseable {
    /**
     * Memory of a child's own: with its code under 256 MB. With a reader that stands still, so that all queues are full,
     * 1080p takes up to 205 MB (AV1 of 10 bits; H.264 with 16 reference pictures 134) and 3840 x 2160 of 8 bits 237; 4096 x
     * 2304 takes 150 to 190 while its reader keeps up. What needs more is refused.
     */
    private static final int MEGABYTES = 240;

    /** Of one picture or frame. */
    static final long MOST_PIXELS = 32_000_000;

    private static final List<String> FORMATS =
            List.of("mov,mp4,m4a,3gp,3g2,mj2,matroska,webm", "jpeg_pipe,png_pipe,webp_pipe", "wav,mp3,aac,flac,ogg");

    private static final List<String> CODECS = List.of(
            "h264,hevc,vp8,vp9,libaom-av1,mpeg4,mjpeg,png,webp",
            "aac,mp3float,flac,vorbis,opus,alac,ac3,eac3",
            "pcm_u8,pcm_s16le,pcm_s24le,pcm_s32le,pcm_f32le,pcm_f64le,pcm_s16be,pcm_s24be,pcm_s32be,pcm_alaw,pcm_mulaw",
            // Subtitles are not shown to anybody, but a clip that has some is a clip.
            "mov_text");

    /** For the input; playlists and other files that name files are not among the formats. */
    private static final List<String> GUARD = List.of(
            "-protocol_whitelist",
            "fd",
            "-format_whitelist",
            String.join(",", FORMATS),
            "-codec_whitelist",
            String.join(",", CODECS),
            "-max_pixels",
            Long.toString(MOST_PIXELS),
            "-max_streams",
            "32");

    /** Four bytes a pixel, and the decoder's margins. */
    private static final List<String> BLOCKS = List.of("-max_alloc", Long.toString(4 * MOST_PIXELS + (16 << 20)));

    /** Packets wait one at a time: a full queue of large ones would be the largest thing in the child. */
    private static final List<String> NO_QUEUE = List.of("-thread_queue_size", "1");

    /** As a program's end by SIGKILL is told. */
    private static final int KILLED = 128 + 9;

    private static final String FILE = "file:";
    private static final String STDIN = "fd:";

    private final BundledPrograms programs;
    private final Limits limits;
    private final Jail jail;
    private final Set<Child> running = ConcurrentHashMap.newKeySet();
    private volatile boolean closed;

    /** Takes how long one run may last. */
    public Ffmpeg(BundledPrograms programs, Duration limit) {
        this.programs = programs;
        this.limits = new Limits(MEGABYTES, limit, 0);
        this.jail = new Jail(limits);
    }

    /** What is done with a run's standard output. */
    @FunctionalInterface
    public interface Reader<T> {
        T read(InputStream stdout) throws IOException;
    }

    /**
     * Decodes.
     *
     * @param input options, then {@code -i} and one address of a local file, {@code file:...}
     * @param after what stands after it; the output is {@code pipe:1}
     * @throws NotDecodable if it fails or takes too long
     */
    public <T> T decode(List<String> input, List<String> after, Reader<T> reader) {
        List<String> command = new ArrayList<>(List.of("-nostdin", "-hide_banner", "-v", "error"));
        command.addAll(List.of("-filter_threads", "1", "-threads", "1"));
        command.addAll(BLOCKS);
        command.addAll(NO_QUEUE);
        command.addAll(GUARD);
        command.addAll(input.subList(0, input.size() - 1));
        command.add(STDIN);
        command.addAll(NO_QUEUE);
        command.addAll(after);
        return run("ffmpeg", command, path(input.getLast()), reader);
    }

    /** Asks about a file, {@code file:...}. @throws NotDecodable if it fails or takes too long */
    public <T> T probe(List<String> question, String file, Reader<T> reader) {
        List<String> command = new ArrayList<>(List.of("-hide_banner", "-v", "error", "-threads", "1"));
        command.addAll(BLOCKS);
        command.addAll(GUARD);
        command.addAll(question);
        command.add(STDIN);
        return run("ffprobe", command, path(file), reader);
    }

    private static Path path(String address) {
        if (!address.startsWith(FILE)) {
            throw new IllegalArgumentException("the decoder reads local files, named file:...");
        }
        return Path.of(address.substring(FILE.length())).toAbsolutePath();
    }

    private <T> T run(String program, List<String> arguments, Path file, Reader<T> reader) {
        Child child = start(program, arguments, file);
        running.add(child);
        try (child) {
            if (closed) {
                child.close();
            }
            T result = null;
            boolean broken = false;
            try (InputStream stdout = child.stdout()) {
                result = reader.read(stdout);
                stdout.transferTo(OutputStream.nullOutputStream());
            } catch (IOException _) {
                broken = true;
            }
            Child.Ending ending = child.ended();
            if (closed) {
                throw new UncheckedIOException(new IOException("the decoder is closed"));
            }
            if (ending.late()) {
                throw new NotDecodable("decoding took longer than " + seconds());
            }
            if (ending.code() == KILLED) {
                throw new NotDecodable("the decoder was ended by the system; the machine may lack memory");
            }
            if (ending.code() != 0) {
                throw new NotDecodable(new Complaint(ending.complaint()).reason());
            }
            if (broken || result == null) {
                throw new NotDecodable("the decoder's answer is cut off");
            }
            return result;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new UncheckedIOException(new IOException("interrupted while decoding", e));
        } finally {
            running.remove(child);
        }
    }

    private String seconds() {
        return limits.time().toMillis() / 1000.0 + " s";
    }

    private Child start(String program, List<String> arguments, Path file) {
        try {
            File executable = programs.file(program);
            return jail.start(executable, arguments, file.getParent(), file.toFile());
        } catch (IOException e) {
            throw new UncheckedIOException("the decoder program cannot be started", e);
        }
    }

    /** Ends what still runs; its callers get an {@link UncheckedIOException}, as nothing is wrong with their files. */
    @Override
    public void close() {
        closed = true;
        running.forEach(Child::close);
    }
}
