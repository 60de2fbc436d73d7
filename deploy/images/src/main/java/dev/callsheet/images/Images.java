package dev.callsheet.images;

import com.google.cloud.tools.jib.api.JibContainer;
import dev.callsheet.stack.Checkout;
import dev.callsheet.stack.StackFailure;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.logging.Level;
import java.util.logging.Logger;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Puts the packaged services into images and writes what they are made of. */
@Command(
        name = "images",
        mixinStandardHelpOptions = true,
        description = "Builds the images of the services, each with a bill of materials; needs no container engine.")
public final class Images implements Callable<Integer> {
    /** Debian 12, slim: a shell (the decoder's bounds are set by its ulimit) and the C and C++ libraries. */
    static final String BASE = "docker.io/library/debian:" + NativeLibraries.DEBIAN
            + "-slim@sha256:7c7b2c966bc9ee8cedfeef67e0e279108992c77681fa595db4a9d65c06ccc587";

    private static final String FFMPEG = "org.bytedeco.ffmpeg-";

    @Option(
            names = "--push",
            paramLabel = "REGISTRY",
            description = "send them there, as REGISTRY/callsheet/NAME:VERSION")
    private @Nullable String registry;

    @Option(
            names = "--to",
            paramLabel = "FOLDER",
            description = "where the tars and bills go (default: .callsheet/images)")
    private @Nullable Path folder;

    @Option(
            names = "--base",
            paramLabel = "IMAGE",
            defaultValue = BASE,
            description = "base image with its digest, or tar:FILE (default: ${DEFAULT-VALUE})")
    private String base = BASE;

    @Option(names = "--only", split = ",", paramLabel = "NAME", description = "only these programs")
    private List<String> only = new ArrayList<>();

    @Option(names = "--source", defaultValue = "", description = "address of the sources, for the label")
    private String source = "";

    @Option(names = "--no-cache", description = "leave out the JVM's start-up caches (docs/adr/0030)")
    private boolean uncached;

    @Option(names = "--bills", description = "write the bills of materials and build no image")
    private boolean billsOnly;

    @Spec
    private CommandSpec spec = CommandSpec.create();

    /** Ends with 0 if all is built. */
    public static void main(String[] arguments) {
        // Kafka's client tells its whole configuration at INFO.
        Logger.getLogger("").setLevel(Level.SEVERE);
        System.exit(new CommandLine(new Images())
                .setExecutionExceptionHandler((failure, line, parsed) -> {
                    if (failure instanceof ImageFailure || failure instanceof StackFailure) {
                        line.getErr().println("callsheet: " + failure.getMessage());
                        return 1;
                    }
                    throw failure;
                })
                .execute(arguments));
    }

    @Override
    public Integer call() throws IOException {
        Path checkout = Checkout.find().root();
        Path kept = checkout.resolve(".callsheet/images");
        Path to = Optional.ofNullable(folder).orElse(kept);
        Files.createDirectories(to);
        Release release = Release.of(checkout, source, System.getenv());
        JavaRuntime runtime = JavaRuntime.linked(Path.of(System.getProperty("java.home")), kept);
        var build = new ImageBuild(base, kept.resolve("jib"), release);
        PrintWriter out = spec.commandLine().getOut();
        for (Program program : programs()) {
            Path packaged = program.packaged(checkout);
            NativeLibraries natives = natives(packaged);
            Path bill = Files.write(
                    to.resolve(program.label() + ".cdx.json"),
                    bill(program, release, checkout, packaged, runtime, natives).json());
            if (billsOnly) {
                out.println(bill);
                continue;
            }
            var training = new Training(runtime, kept);
            Path cache = uncached ? kept.resolve("none") : training.train(program, packaged);
            List<Path> about =
                    List.of(checkout.resolve("LICENSE"), checkout.resolve("NOTICE"), sbom(kept, program, bill));
            ImageContent content = ImageContent.of(packaged, runtime, natives, about, cache);
            JibContainer image = registry == null
                    ? build.toTar(program, content, to.resolve(program.label() + ".tar"))
                    : build.toRegistry(program, content, registry);
            out.printf("%-24s %s%n", program.label(), image.getDigest());
            out.flush();
        }
        return 0;
    }

    private List<Program> programs() {
        return only.isEmpty()
                ? Arrays.asList(Program.values())
                : only.stream().map(Program::of).toList();
    }

    private BillOfMaterials bill(
            Program program,
            Release release,
            Path checkout,
            Path packaged,
            JavaRuntime runtime,
            NativeLibraries natives) {
        var bill = new BillOfMaterials(program, release)
                .jars(packaged)
                .runtime(runtime)
                .packages(natives.packages())
                .base(base);
        if (program == Program.REQUEST_API) {
            bill.npm(checkout.resolve("request-api/web/package-lock.json"));
        }
        if (program == Program.CONSISTENCY_SCORER) {
            bill.models(checkout.resolve("identity/models/checksums.json"));
        }
        return bill;
    }

    /** The bill under the name that it has in every image. */
    private static Path sbom(Path kept, Program program, Path bill) throws IOException {
        Path folder = Files.createDirectories(kept.resolve("about-" + program.label()));
        return Files.copy(bill, folder.resolve("sbom.cdx.json"), java.nio.file.StandardCopyOption.REPLACE_EXISTING);
    }

    private static NativeLibraries natives(Path packaged) throws IOException {
        try (Stream<Path> jars = Files.list(packaged.resolve("lib/main"))) {
            Optional<Path> ffmpeg = jars.filter(
                            jar -> jar.getFileName().toString().startsWith(FFMPEG)
                                    && jar.toString().endsWith("linux-x86_64-gpl.jar"))
                    .findFirst();
            return ffmpeg.isEmpty() ? NativeLibraries.none() : NativeLibraries.of(unpacked(ffmpeg.get()));
        }
    }

    /** The program and the libraries beside it, in a folder of this run. */
    private static Path unpacked(Path jar) throws IOException {
        Path folder = Files.createTempDirectory("callsheet-ffmpeg-");
        folder.toFile().deleteOnExit();
        try (var files = new java.util.zip.ZipFile(jar.toFile())) {
            for (var entry : files.stream().filter(file -> !file.isDirectory()).toList()) {
                String name = entry.getName();
                if (name.contains("/linux-x86_64-gpl/") && (name.endsWith("/ffmpeg") || name.contains("/lib"))) {
                    Path file = folder.resolve(name.substring(name.lastIndexOf('/') + 1));
                    try (var bytes = files.getInputStream(entry)) {
                        Files.copy(bytes, file);
                    }
                    file.toFile().deleteOnExit();
                    file.toFile().setExecutable(true);
                }
            }
        }
        return folder.resolve("ffmpeg");
    }
}
