package dev.callsheet.modeltools;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;

/** Takes models that need no conversion out of their npm packages. Writes only what is not there yet. */
public final class TakeModels {
    private TakeModels() {}

    /**
     * Runs the step.
     *
     * @param args the folder of package.json, package-lock.json and checksums.json; the folder to fill
     * @throws ModelBuildException if a package cannot be had or a file is not the one that was expected
     */
    public static void main(String[] args) throws IOException {
        Path source = Path.of(args[0]).toAbsolutePath();
        Path target = Files.createDirectories(Path.of(args[1]).toAbsolutePath());
        var packages = new Packages(source);
        packages.install();
        JsonNode files = JsonMapper.builder()
                .build()
                .readTree(source.resolve("checksums.json").toFile())
                .get("files");
        for (JsonNode file : files) {
            byte[] bytes = Checksums.readChecked(
                    packages.file(file.get("package").textValue() + "/"
                            + file.get("file").textValue()),
                    file.get("sha256").textValue());
            Path taken = target.resolve(file.get("as").textValue());
            if (!Files.exists(taken) || !Arrays.equals(Files.readAllBytes(taken), bytes)) {
                Files.write(taken, bytes);
            }
        }
    }
}
