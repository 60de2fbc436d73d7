package dev.callsheet.images;

import com.fasterxml.jackson.databind.JsonNode;
import dev.callsheet.contracts.Json;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.cyclonedx.Version;
import org.cyclonedx.exception.GeneratorException;
import org.cyclonedx.generators.BomGeneratorFactory;
import org.cyclonedx.model.Bom;
import org.cyclonedx.model.Component;
import org.cyclonedx.model.Hash;
import org.cyclonedx.model.License;
import org.cyclonedx.model.LicenseChoice;
import org.cyclonedx.model.Metadata;

/**
 * What a program's image is made of, as CycloneDX 1.6: told from the files that go into it rather than from what a
 * build file asks for. No time and no chance in it: the same content gives the same bytes.
 */
final class BillOfMaterials {
    private final List<Component> components = new ArrayList<>();
    private final Program program;
    private final Release release;

    BillOfMaterials(Program program, Release release) {
        this.program = program;
        this.release = release;
    }

    /** Each jar of the packaged program, named as its build named it: {@code group.artifact-version.jar}. */
    BillOfMaterials jars(Path packaged) {
        try (Stream<String> lines = Files.lines(packaged.resolve("quarkus-app-dependencies.txt"))) {
            List<String> coordinates = lines.filter(line -> !line.isBlank()).toList();
            for (ImageLayer.Entry jar :
                    ImageLayer.below(packaged, "", file -> file.startsWith("lib/") && file.endsWith(".jar"))) {
                String file = jar.from().getFileName().toString();
                components.add(coordinates.stream()
                        .map(MavenCoordinates::parse)
                        .filter(known -> known.jar().equals(file))
                        .findFirst()
                        .orElseThrow(() -> new ImageFailure(file + " is not among the program's dependencies"))
                        .component(sha256(jar.from())));
            }
            return this;
        } catch (IOException e) {
            throw new ImageFailure("the dependencies of " + packaged + " cannot be read", e);
        }
    }

    /** The JVM. */
    BillOfMaterials runtime(JavaRuntime runtime) {
        Component java = component(Component.Type.PLATFORM, "java-runtime", runtime.version());
        java.setPublisher(runtime.maker());
        licence(java, "GPL-2.0-only WITH Classpath-exception-2.0");
        components.add(java);
        return this;
    }

    /** Debian packages, as {@code name=version}. */
    BillOfMaterials packages(List<String> packages) {
        for (String one : packages) {
            String name = one.substring(0, one.indexOf('='));
            String version = one.substring(one.indexOf('=') + 1);
            Component library = component(Component.Type.LIBRARY, name, version);
            library.setPurl("pkg:deb/debian/" + name + "@"
                    + version.replace("+", "%2B").replace(":", "%3A") + "?arch=amd64&distro=" + NativeLibraries.DEBIAN);
            library.setBomRef(library.getPurl());
            components.add(library);
        }
        return this;
    }

    /** The base image, by its digest. */
    BillOfMaterials base(String reference) {
        int at = reference.indexOf("@sha256:");
        if (at > 0) {
            String name = reference.substring(0, at).replaceFirst(":[^/:]*$", "");
            Component image = component(Component.Type.CONTAINER, name, reference.substring(at + 1));
            image.setPurl("pkg:oci/" + name.substring(name.lastIndexOf('/') + 1) + "@"
                    + reference.substring(at + 1).replace(":", "%3A"));
            image.setBomRef(image.getPurl());
            components.add(image);
        }
        return this;
    }

    /** What a page bundles, by its lock file: the parts that are not for development only. */
    BillOfMaterials npm(Path lockFile) {
        JsonNode packages = json(lockFile).get("packages");
        packages.properties().forEach(entry -> {
            String path = entry.getKey();
            JsonNode part = entry.getValue();
            if (!path.isEmpty()
                    && !part.path("dev").asBoolean()
                    && !part.path("optional").asBoolean()) {
                String name = path.substring(path.lastIndexOf("node_modules/") + "node_modules/".length());
                String version = part.get("version").asText();
                Component library = component(Component.Type.LIBRARY, name, version);
                library.setPurl("pkg:npm/" + name.replace("@", "%40") + "@" + version);
                library.setBomRef(library.getPurl());
                licence(library, part.path("license").asText());
                components.add(library);
            }
        });
        return this;
    }

    /** Model weights, by the list that the build checks them against. */
    BillOfMaterials models(Path checksums) {
        for (JsonNode input : json(checksums).get("inputs")) {
            Component model = component(
                    Component.Type.MACHINE_LEARNING_MODEL,
                    input.get("id").asText(),
                    input.get("version").asText());
            model.setDescription(
                    input.get("package").asText() + ", " + input.get("file").asText());
            model.addHash(new Hash(Hash.Algorithm.SHA_256, input.get("sha256").asText()));
            licence(model, input.path("licence").asText());
            components.add(model);
        }
        return this;
    }

    /** The document. */
    byte[] json() {
        Component image = component(Component.Type.CONTAINER, "callsheet/" + program.label(), release.version());
        image.setDescription(program.description());
        licence(image, "Apache-2.0");
        var metadata = new Metadata();
        metadata.setTimestamp(java.util.Date.from(release.created()));
        metadata.setComponent(image);
        var bom = new Bom();
        bom.setMetadata(metadata);
        bom.setComponents(components.stream()
                .sorted(Comparator.comparing(Component::getBomRef))
                .toList());
        String names = String.join(
                "\n", components.stream().map(Component::getBomRef).sorted().toList());
        bom.setSerialNumber("urn:uuid:"
                + UUID.nameUUIDFromBytes((release + program.label() + names).getBytes(StandardCharsets.UTF_8)));
        try {
            return BomGeneratorFactory.createJson(Version.VERSION_16, bom)
                    .toJsonString()
                    .getBytes(StandardCharsets.UTF_8);
        } catch (GeneratorException e) {
            throw new ImageFailure("the bill of materials cannot be written", e);
        }
    }

    private static Component component(Component.Type type, String name, String version) {
        var component = new Component();
        component.setType(type);
        component.setName(name);
        component.setVersion(version);
        component.setBomRef(type.getTypeName() + ":" + name + "@" + version);
        return component;
    }

    private static void licence(Component component, String name) {
        if (!name.isBlank()) {
            var licence = new License();
            licence.setName(name);
            var choice = new LicenseChoice();
            choice.addLicense(licence);
            component.setLicenses(choice);
        }
    }

    private static JsonNode json(Path file) {
        try {
            return Json.read(Files.readAllBytes(file), JsonNode.class);
        } catch (IOException e) {
            throw new ImageFailure(file + " cannot be read", e);
        }
    }

    private static String sha256(Path file) {
        try {
            return Json.sha256(Files.readAllBytes(file));
        } catch (IOException e) {
            throw new ImageFailure(file + " cannot be read", e);
        }
    }
}
