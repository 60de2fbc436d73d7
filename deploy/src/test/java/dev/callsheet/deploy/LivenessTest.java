package dev.callsheet.deploy;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Whether a process lives is nothing that a broker, a database or a store decides. Of the extensions only the messaging's
 * channels answer at {@code /q/health/live} (pools and clients answer at {@code ready}): they are down after a fatal failure, and
 * when a record stays unfinished for too long, which is how an outage behind them would show. So that limit is off wherever it
 * counts.
 */
class LivenessTest {
    private static final Pattern CHANNEL = Pattern.compile("mp\\.messaging\\.incoming\\.([a-z]+)\\.connector");
    /** Its answer is about its own thread. */
    private static final Set<String> OWN_CHECKS = Set.of("RouterAlive");

    static List<String> services() {
        return Workload.SERVICES;
    }

    @ParameterizedTest
    @MethodSource("services")
    void noChannelCallsARecordStuckThatWaitsForSomebodyElse(String service) throws IOException {
        Properties all = CodeKeys.properties(service);
        Map<String, String> limits = new TreeMap<>();
        for (String name : all.stringPropertyNames()) {
            Matcher channel = CHANNEL.matcher(name);
            if (channel.matches()) {
                String prefix = "mp.messaging.incoming." + channel.group(1) + ".";
                boolean commits = !"ignore".equals(all.getProperty(prefix + "commit-strategy"));
                if (commits) {
                    limits.put(
                            channel.group(1),
                            all.getProperty(prefix + "throttled.unprocessed-record-max-age.ms", "60000"));
                }
            }
        }

        assertThat(limits.values())
                .as(service + ": " + limits)
                .containsOnly(limits.isEmpty() ? new String[0] : new String[] {"0"});
    }

    @ParameterizedTest
    @MethodSource("services")
    void noCheckOfOursMakesLivenessDependOnOthers(String service) throws IOException {
        Set<String> checks = new java.util.HashSet<>();
        for (Path sources : CodeKeys.sources(service)) {
            try (Stream<Path> files = Files.walk(sources)) {
                checks.addAll(files.filter(file -> file.toString().endsWith(".java"))
                        .filter(LivenessTest::isLivenessCheck)
                        .map(file -> file.getFileName().toString().replace(".java", ""))
                        .collect(Collectors.toSet()));
            }
        }

        assertThat(checks).isSubsetOf(OWN_CHECKS);
    }

    private static boolean isLivenessCheck(Path file) {
        try {
            return Files.readString(file).contains("@Liveness");
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }
}
