package dev.callsheet.images;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import dev.callsheet.contracts.Json;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;
import java.util.zip.ZipFile;
import org.cyclonedx.Version;
import org.cyclonedx.parsers.JsonParser;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What goes into the images of the programs as the build has left them. */
class PackagedProgramsTest {
    private static final Path CHECKOUT = Path.of("../..").toAbsolutePath().normalize();
    private static final Release RELEASE = new Release("1.2.3", "0123abc", "", Instant.EPOCH);

    @ParameterizedTest
    @EnumSource(Program.class)
    void noTestNoKeyAndNoPathOfThisMachineGoesIn(Program program) throws IOException {
        Path packaged = packaged(program);
        for (ImageLayer.Entry file : ImageLayer.below(packaged, "/app", name -> true)) {
            assertThat(file.to())
                    .doesNotContainIgnoringCase("junit", "assertj", "testcontainers", "local-stack", "-test.jar")
                    .doesNotEndWith(".pem")
                    .doesNotEndWith(".key");
            if (file.to().contains("dev.callsheet.")
                    || file.to().startsWith("/app/app/")
                    || file.to().endsWith("-run.jar")) {
                assertThat(foreign(file.from())).as(file.to()).isEmpty();
            }
        }
    }

    @ParameterizedTest
    @EnumSource(
            value = Program.class,
            names = {"SCENARIO_ROUTER", "CONSISTENCY_SCORER"})
    void theBillNamesEveryJarOnceWithItsHashAndIsCycloneDx(Program program) throws IOException {
        Path packaged = packaged(program);

        byte[] bill = new BillOfMaterials(program, RELEASE)
                .jars(packaged)
                .packages(List.of("libpulse0=16.1+dfsg1-2+b1"))
                .base(Images.BASE)
                .json();

        assertThat(new JsonParser().validate(bill, Version.VERSION_16)).isEmpty();
        List<String> jars = ImageLayer.below(packaged, "", f -> f.startsWith("lib/") && f.endsWith(".jar")).stream()
                .map(jar -> jar.from().getFileName().toString())
                .toList();
        var components = StreamSupport.stream(Json.read(bill).get("components").spliterator(), false)
                .collect(
                        Collectors.groupingBy(part -> part.path("purl").asText().replaceFirst("/.*", "")));
        assertThat(components.get("pkg:maven")).hasSameSizeAs(jars).allSatisfy(part -> {
            assertThat(part.at("/hashes/0/content").asText()).hasSize(64);
            assertThat(jars)
                    .anyMatch(jar -> jar.startsWith(
                            part.get("group").asText() + "." + part.get("name").asText() + "-"
                                    + part.get("version").asText()));
        });
        assertThat(components.get("pkg:deb").getFirst().get("purl").asText())
                .isEqualTo("pkg:deb/debian/libpulse0@16.1%2Bdfsg1-2%2Bb1?arch=amd64&distro=bookworm");
        assertThat(components).containsKey("pkg:oci");
    }

    @ParameterizedTest
    @EnumSource(
            value = Program.class,
            names = {"REQUEST_API", "CONSISTENCY_SCORER"})
    void pagesAndModelsAreInTheBillToo(Program program) {
        var bill = new BillOfMaterials(program, RELEASE)
                .npm(CHECKOUT.resolve("request-api/web/package-lock.json"))
                .models(CHECKOUT.resolve("identity/models/checksums.json"));

        JsonNode all = Json.read(bill.json()).get("components");

        assertThat(all.findValuesAsText("purl"))
                .anyMatch(purl -> purl.startsWith("pkg:npm/livekit-client@"))
                .noneMatch(purl -> purl.contains("esbuild"));
        assertThat(all.findValuesAsText("type")).contains("machine-learning-model");
        assertThat(bill.json()).isEqualTo(bill.json());
    }

    /** The files within a jar of ours that tell of the machine that built it. */
    private static List<String> foreign(Path jar) throws IOException {
        String home = System.getProperty("user.home") + "/";
        try (var files = new ZipFile(jar.toFile())) {
            return files.stream()
                    .filter(file -> !file.isDirectory() && file.getSize() < 2_000_000)
                    .filter(file -> {
                        try (var bytes = files.getInputStream(file)) {
                            String text = new String(bytes.readAllBytes(), StandardCharsets.ISO_8859_1);
                            return text.contains(CHECKOUT + "/")
                                    || home.length() > 2 && text.contains(home)
                                    || text.contains("BEGIN PRIVATE KEY");
                        } catch (IOException e) {
                            throw new java.io.UncheckedIOException(e);
                        }
                    })
                    .map(file -> file.getName())
                    .toList();
        }
    }

    private static Path packaged(Program program) {
        Path packaged = program.packaged(CHECKOUT);
        assumeTrue(Files.isRegularFile(packaged.resolve("quarkus-run.jar")), program.label() + " is not built");
        return packaged;
    }
}
