package dev.callsheet.identity.decode;

import static org.assertj.core.api.Assertions.assertThat;

import dev.callsheet.decoder.BundledPrograms;
import dev.callsheet.decoder.Ffmpeg;
import dev.callsheet.decoder.NotDecodable;
import dev.callsheet.identity.picture.Picture;
import java.io.FileOutputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** What comes from outside and means us harm, or only looks like it. */
class HostileMediaIT {
    private static final Duration LIMIT = Duration.ofSeconds(2);
    private static final int MOST_KIB = 256 << 10;
    private static final int LONGEST_SIDE = 1280;
    private static final int SIDE_BY_SIDE = 2;
    private static final String LATE = "took longer than 2";

    /** On a machine that has much else to do. */
    private static final int FEW = 20;

    @TempDir
    Path home;

    @TempDir
    Path inbox;

    private final AtomicInteger visits = new AtomicInteger();

    /** What became of a file: pictures were seen, or why not. */
    private record Outcome(Hostile file, int pictures, Optional<String> refusal) {}

    @Test
    @Timeout(120)
    void noFileHarmsTheDecoderNorComesThroughWithoutAReason() throws Exception {
        Originals originals = Originals.make(home);
        Path secret = secret();
        try (ServerSocket web = listening();
                Ffmpeg ffmpeg = new Ffmpeg(new BundledPrograms(), LIMIT);
                ChildMemory memory = new ChildMemory()) {
            String address = "http://127.0.0.1:" + web.getLocalPort() + "/clip.mp4";
            byte[] still = Originals.picture("jpg");
            List<Hostile> files = new ArrayList<>(Damaged.of(originals));
            files.addAll(Impostors.of(originals, secret, address));
            files.addAll(Bombs.all());
            files.addAll(StrangeMovies.of(originals, still, secret.toString(), address));
            for (Hostile file : files) {
                put(file.name(), file.bytes());
            }
            Map<String, Long> before = everything();

            List<Outcome> outcomes = all(ffmpeg, files);

            assertThat(visits).as("visits to what the files name").hasValue(0);
            assertThat(outcomes).hasSizeGreaterThanOrEqualTo(100);
            assertThat(outcomes.stream().flatMap(outcome -> wrong(outcome).stream()))
                    .isEmpty();
            assertThat(outcomes.stream().flatMap(outcome -> outcome.refusal().stream()))
                    .filteredOn(reason -> reason.contains(LATE))
                    .hasSizeLessThan(FEW);
            assertThat(memory.children()).isGreaterThan(100);
            assertThat(memory.peakKib()).isBetween(20L << 10, (long) MOST_KIB);
            assertThat(everything()).as("files, with their times").isEqualTo(before);
            assertThat(ChildMemory.running()).isEmpty();
            assertThat(look(ffmpeg, home.resolve("fast.mp4"))).isEqualTo(24);
            assertThat(look(ffmpeg, put("unharmed.mov", new Movie(still, Map.of()).file())))
                    .isEqualTo(10);
            // Lets the one who waits go.
            Files.newInputStream(secret).close();
        }
    }

    /** What is not as it should be. */
    private static Optional<String> wrong(Outcome outcome) {
        Hostile file = outcome.file();
        boolean right = outcome.refusal()
                .map(reason -> isForPeople(reason) && (reason.contains(file.because()) || reason.contains(LATE)))
                .orElse(file.fate() == Hostile.Fate.EITHER && outcome.pictures() > 0);
        String became = outcome.refusal().orElse(outcome.pictures() + " pictures");
        return right ? Optional.empty() : Optional.of(file.name() + ": " + became);
    }

    /** Without addresses of any kind, and no longer than one reads. */
    private static boolean isForPeople(String reason) {
        return reason.length() > 15
                && reason.length() < 200
                && Stream.of("/", "\\", "0x0", "127.0.0.1", "fd:", " @ ", "Exception", "null")
                        .noneMatch(reason::contains);
    }

    private List<Outcome> all(Ffmpeg ffmpeg, List<Hostile> files) throws Exception {
        try (var hands = Executors.newFixedThreadPool(SIDE_BY_SIDE)) {
            List<Future<Outcome>> looks = new ArrayList<>();
            for (Hostile file : files) {
                looks.add(hands.submit(() -> outcome(ffmpeg, file, inbox.resolve(file.name()))));
            }
            List<Outcome> outcomes = new ArrayList<>();
            for (Future<Outcome> look : looks) {
                outcomes.add(look.get());
            }
            return outcomes;
        }
    }

    private static Outcome outcome(Ffmpeg ffmpeg, Hostile file, Path path) throws IOException {
        try {
            return new Outcome(file, look(ffmpeg, path), Optional.empty());
        } catch (NotDecodable e) {
            return new Outcome(file, 0, Optional.of(String.valueOf(e.getMessage())));
        }
    }

    /** As the scorer does with what it is given. @return how many pictures were seen */
    private static int look(Ffmpeg ffmpeg, Path path) throws IOException {
        byte[] head = Arrays.copyOf(Files.readAllBytes(path), 16);
        List<Picture> seen = new ArrayList<>();
        if (PictureFile.is(head)) {
            seen.add(PictureFile.read(ffmpeg, path, head));
        } else {
            ClipFile clip = ClipFile.open(ffmpeg, path, "");
            clip.survey();
            List<Integer> frames =
                    IntStream.range(0, clip.times().size()).boxed().toList();
            clip.frames(frames.subList(0, Math.min(64, frames.size())), frame -> seen.add(frame.picture()));
        }
        assertThat(seen).allSatisfy(picture -> {
            assertThat(picture.width()).isBetween(1, LONGEST_SIDE);
            assertThat(picture.height()).isBetween(1, LONGEST_SIDE);
        });
        return seen.size();
    }

    private Path put(String name, byte[] bytes) throws IOException {
        Path file = inbox.resolve(name);
        assertThat(file).as("two files of one name").doesNotExist();
        return Files.write(file, bytes);
    }

    /** A pipe with a name: whoever opens it to read is noticed, as the writer who waits for this comes through. */
    private Path secret() throws Exception {
        Path pipe = home.resolve("secret.mp4");
        assertThat(new ProcessBuilder("mkfifo", pipe.toString()).start().waitFor())
                .isZero();
        Thread.ofPlatform().daemon().start(() -> {
            try (FileOutputStream writer = new FileOutputStream(pipe.toFile())) {
                visits.incrementAndGet();
                writer.write(1);
            } catch (IOException _) {
                visits.incrementAndGet();
            }
        });
        return pipe;
    }

    private ServerSocket listening() throws IOException {
        ServerSocket web = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
        Thread.ofPlatform().daemon().start(() -> {
            try {
                while (true) {
                    web.accept().close();
                    visits.incrementAndGet();
                }
            } catch (IOException _) {
                // Closed at the end.
            }
        });
        return web;
    }

    /** What lies in both folders, with its time. */
    private Map<String, Long> everything() throws IOException {
        Map<String, Long> found = new TreeMap<>();
        for (Path folder : List.of(home, inbox)) {
            try (var files = Files.walk(folder)) {
                for (Path file : files.toList()) {
                    found.put(file.toString(), Files.getLastModifiedTime(file).toMillis());
                }
            }
        }
        return found;
    }
}
