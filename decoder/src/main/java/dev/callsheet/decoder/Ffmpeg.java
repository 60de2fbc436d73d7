package dev.callsheet.decoder;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;

/**
 * The bundled ffmpeg programs as children: one thread, files and pipes only, known formats only, killed when their time
 * is up. A file that crashes a decoder crashes a child, not the service. Thread-safe.
 */
public final class Ffmpeg implements AutoCloseable {
    /** Containers and pictures that are opened at all; playlists and other files that name files are not among them. */
    private static final List<String> GUARD = List.of(
            "-protocol_whitelist",
            "file,pipe",
            "-format_whitelist",
            "mov,mp4,m4a,3gp,3g2,mj2,matroska,webm,jpeg_pipe,png_pipe,webp_pipe");

    private static final int STDERR_KEPT = 2000;

    private final Duration limit;
    private final BundledPrograms programs;
    private final ScheduledExecutorService watch = Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().daemon().name("decoder-watch").factory());

    /** Takes how long one run may last. */
    public Ffmpeg(BundledPrograms programs, Duration limit) {
        this.programs = programs;
        this.limit = limit;
    }

    /** What is done with a run's standard output. */
    @FunctionalInterface
    public interface Reader<T> {
        T read(InputStream stdout) throws IOException;
    }

    /** Decodes. {@code after} stands after the input. @throws NotDecodable if it fails or takes too long */
    public <T> T decode(List<String> input, List<String> after, Reader<T> reader) {
        List<String> command = new ArrayList<>(List.of("-nostdin", "-hide_banner", "-v", "error"));
        command.addAll(List.of("-threads", "1"));
        command.addAll(GUARD);
        command.addAll(input);
        command.addAll(after);
        return run("ffmpeg", command, reader);
    }

    /** Asks about a file. @throws NotDecodable if it fails or takes too long */
    public <T> T probe(List<String> question, String file, Reader<T> reader) {
        List<String> command = new ArrayList<>(List.of("-hide_banner", "-v", "error"));
        command.addAll(GUARD);
        command.addAll(question);
        command.add(file);
        return run("ffprobe", command, reader);
    }

    private <T> T run(String program, List<String> arguments, Reader<T> reader) {
        AtomicBoolean late = new AtomicBoolean();
        Process process = start(program, arguments);
        var alarm = watch.schedule(
                () -> {
                    late.set(true);
                    process.destroyForcibly();
                },
                limit.toMillis(),
                TimeUnit.MILLISECONDS);
        StringBuilder complaint = new StringBuilder();
        Thread drain = Thread.ofVirtual().start(() -> keepSome(process.getErrorStream(), complaint));
        try (InputStream stdout = process.getInputStream()) {
            T result = reader.read(stdout);
            stdout.transferTo(java.io.OutputStream.nullOutputStream());
            int code = process.waitFor();
            drain.join();
            if (late.get()) {
                throw new NotDecodable("decoding took longer than " + limit.toSeconds() + " s");
            }
            if (code != 0) {
                throw new NotDecodable("the decoder refused the file: " + firstLine(complaint));
            }
            return result;
        } catch (IOException e) {
            String why = late.get() ? "decoding took longer than " + limit.toSeconds() + " s" : e.getMessage();
            throw new NotDecodable("the decoder stopped: " + why, e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new UncheckedIOException(new IOException("interrupted while decoding", e));
        } finally {
            alarm.cancel(false);
            process.destroyForcibly();
        }
    }

    private Process start(String program, List<String> arguments) {
        try {
            Process process = programs.program(program, arguments).start();
            process.getOutputStream().close();
            return process;
        } catch (IOException e) {
            throw new UncheckedIOException("the decoder program cannot be started", e);
        }
    }

    private static void keepSome(InputStream stderr, StringBuilder kept) {
        try (stderr) {
            byte[] buffer = new byte[1024];
            for (int n = stderr.read(buffer); n >= 0; n = stderr.read(buffer)) {
                if (kept.length() < STDERR_KEPT) {
                    kept.append(new String(buffer, 0, n, StandardCharsets.UTF_8));
                }
            }
        } catch (IOException _) {
            // The child is gone; what it said so far is all there is.
        }
    }

    /** Without the addresses in memory and the paths that the program prints. */
    private static String firstLine(StringBuilder complaint) {
        return complaint
                .toString()
                .lines()
                .findFirst()
                .map(line -> line.replaceAll("^\\[[^\\]]*\\]\\s*", "").replaceAll("\\S*/\\S*", "the file"))
                .orElse("no reason given");
    }

    @Override
    public void close() {
        watch.shutdownNow();
    }
}
