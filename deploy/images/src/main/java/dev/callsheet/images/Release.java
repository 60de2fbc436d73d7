package dev.callsheet.images;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What a set of images is marked with.
 *
 * @param revision the commit; ends in {@code -dirty} if the tree held more than that
 * @param source where the sources are; empty if nobody said
 * @param created the time of all that is in the images: never the clock's
 */
public record Release(String version, String revision, String source, Instant created) {
    private static final Pattern VERSION =
            Pattern.compile("<artifactId>callsheet</artifactId>\\s*<version>([^<]+)</version>");

    /**
     * That of a source tree: SOURCE_DATE_EPOCH, or else the time of the commit.
     *
     * @param source address of the sources; empty takes the tree's own, if it is one of the web
     */
    static Release of(Path checkout, String source, Map<String, String> environment) {
        String epoch = environment.get("SOURCE_DATE_EPOCH");
        String seconds = epoch != null ? epoch : git(checkout, "log", "-1", "--format=%ct");
        boolean dirty = !git(checkout, "status", "--porcelain").isEmpty();
        String revision = git(checkout, "rev-parse", "HEAD");
        try {
            Matcher version = VERSION.matcher(Files.readString(checkout.resolve("pom.xml")));
            if (!version.find()) {
                throw new ImageFailure("the root pom.xml tells no version");
            }
            return new Release(
                    version.group(1),
                    (revision.isEmpty() ? "unknown" : revision) + (dirty ? "-dirty" : ""),
                    source.isEmpty() ? web(git(checkout, "config", "remote.origin.url")) : source,
                    Instant.ofEpochSecond(seconds.isEmpty() ? 0 : Long.parseLong(seconds)));
        } catch (IOException e) {
            throw new ImageFailure("the root pom.xml cannot be read", e);
        } catch (NumberFormatException e) {
            throw new ImageFailure("SOURCE_DATE_EPOCH: found '" + seconds + "'; seconds since 1970 are wanted", e);
        }
    }

    /** The labels of a program's image, by the names of the OCI image specification. */
    Map<String, String> labels(Program program, String base) {
        Map<String, String> labels = new TreeMap<>();
        labels.put("org.opencontainers.image.title", "Callsheet " + program.label());
        labels.put("org.opencontainers.image.description", program.description());
        labels.put("org.opencontainers.image.version", version);
        labels.put("org.opencontainers.image.revision", revision);
        labels.put("org.opencontainers.image.created", created.toString());
        labels.put("org.opencontainers.image.licenses", "Apache-2.0");
        labels.put("org.opencontainers.image.base.name", base);
        if (!source.isEmpty()) {
            labels.put("org.opencontainers.image.source", source);
        }
        return labels;
    }

    private static String web(String address) {
        return address.startsWith("https://") && !address.contains("@") ? address : "";
    }

    /** What git says, or nothing where it says nothing. */
    private static String git(Path checkout, String... arguments) {
        try {
            var command = new java.util.ArrayList<>(List.of("git", "-C", checkout.toString()));
            command.addAll(List.of(arguments));
            Commands.Outcome outcome = Commands.run(command);
            return outcome.code() == 0 ? outcome.out().strip() : "";
        } catch (ImageFailure e) {
            return "";
        }
    }
}
