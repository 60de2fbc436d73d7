package dev.callsheet.deploy;

import static org.assertj.core.api.Assertions.assertThat;

import io.fabric8.kubernetes.api.model.ConfigMap;
import io.fabric8.kubernetes.api.model.Secret;
import java.io.IOException;
import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

/** Every key in a manifest is read by the code that gets it, and what the code must be told stands in a manifest. */
@ParameterizedClass
@EnumSource(names = "SECRETS", mode = EnumSource.Mode.EXCLUDE)
class ConfigKeysTest {
    /** A default that works on a developer's machine only, or that everybody may read. */
    private static final Pattern LOCAL = Pattern.compile("127\\.0\\.0\\.1|localhost|twin|secret|set-me|^\\*$");

    private static final Pattern CREDENTIAL = Pattern.compile(".*[.-](password|username|access-key|secret-key)");
    /** Without these a service starts all the same, and does not do what production needs. */
    private static final Map<String, Set<String>> NEEDED = Map.of(
            "callsheet.keys.file", Set.of("request-api", "i2v-worker", "r2v-worker", "avatar-session-service"),
            "callsheet.policy.file", Set.of("request-api", "scenario-router"),
            "callsheet.store.public-url", Set.of("request-api"),
            "callsheet.webhooks.master-key", Set.of("request-api"),
            "callsheet.public-url", Set.of("avatar-session-service"),
            "callsheet.session.pass-secret", Set.of("avatar-session-service"),
            "scorer.identity.master-key", Set.of("consistency-scorer"));
    /** Strimzi's text, one of whose words becomes a key; the base's KAFKA_SASL_JAAS_CONFIG says why. */
    private static final String MADE_BY_STRIMZI = "kafka.properties";

    private static final Map<String, CodeKeys> CODE = new HashMap<>();
    private static FrameworkKeys framework;

    private final Overlay overlay;
    private final Manifests manifests;

    ConfigKeysTest(Overlay overlay) {
        this.overlay = overlay;
        manifests = overlay.manifests();
    }

    @BeforeAll
    static void readTheCode() throws IOException {
        framework = new FrameworkKeys();
        for (String service : Workload.SERVICES) {
            CODE.put(service, CodeKeys.of(service));
        }
    }

    @Test
    void everyVariableIsReadByTheServiceThatGetsIt() {
        Set<String> shared = shared();
        Set<String> readByAny = new HashSet<>();
        CODE.values().forEach(keys -> keys.keys().values().forEach(key -> readByAny.add(key.variable())));
        for (Workload workload : ours()) {
            Set<String> read = new HashSet<>();
            CODE.get(service(workload)).keys().values().forEach(key -> read.add(key.variable()));
            assertThat(manifests.environment(workload).keySet())
                    .as(workload.toString())
                    .allSatisfy(variable -> assertThat(read.contains(variable)
                                    || shared.contains(variable) && readByAny.contains(variable)
                                    || framework.knowsVariable(variable))
                            .as(variable)
                            .isTrue());
        }
    }

    @Test
    void everyKeyOfASecretIsReadByTheServiceThatGetsIt() throws IOException {
        for (Workload workload : ours()) {
            Set<String> read = CODE.get(service(workload)).keys().keySet();
            assertThat(secretKeys(workload))
                    .as(workload.toString())
                    .allSatisfy(key -> assertThat(read.contains(key) || framework.knows(key))
                            .as(key)
                            .isTrue());
        }
    }

    @Test
    void whateverHasNoDefaultThatIsGoodForProductionIsSaid() throws IOException {
        for (Workload service : ours()) {
            if (!service.isService()) {
                continue;
            }
            Set<String> said = new HashSet<>(manifests.environment(service).keySet());
            secretKeys(service).forEach(key -> said.add(CodeKeys.variable(key)));
            Set<String> unsaid = new TreeSet<>();
            for (CodeKeys.Key key : CODE.get(service.name()).keys().values()) {
                if (mustBeSaid(service.name(), key) && !said.contains(key.variable())) {
                    unsaid.add(key.name());
                }
            }
            assertThat(unsaid).as(service.toString()).isEmpty();
        }
    }

    private static boolean mustBeSaid(String service, CodeKeys.Key key) {
        if (NEEDED.getOrDefault(key.name(), Set.of()).contains(service)
                || CREDENTIAL.matcher(key.name()).matches()) {
            return true;
        }
        return key.byDefault().map(value -> LOCAL.matcher(value).find()).orElse(!key.optional());
    }

    private List<Workload> ours() {
        return manifests.workloads().stream().filter(Workload::isOurs).toList();
    }

    private static String service(Workload workload) {
        return workload.name().replace("migrate-", "");
    }

    /** What stands in the one map that everybody gets. */
    private Set<String> shared() {
        return manifests.all(ConfigMap.class).stream()
                .filter(map -> map.getMetadata().getName().matches("callsheet-[a-z0-9]+"))
                .filter(map -> map.getData().containsKey("KAFKA_BOOTSTRAP_SERVERS"))
                .findAny()
                .orElseThrow()
                .getData()
                .keySet();
    }

    private Set<String> secretKeys(Workload workload) throws IOException {
        Manifests source = (overlay == Overlay.DEV ? overlay : Overlay.SECRETS).manifests();
        Set<String> keys = new TreeSet<>();
        for (Secret secret : source.all(Secret.class)) {
            if (workload.secrets().contains(secret.getMetadata().getName())) {
                for (var file : new ArrayList<>(secret.getData().entrySet())) {
                    if (file.getKey().endsWith(".properties") && !file.getKey().equals(MADE_BY_STRIMZI)) {
                        Properties properties = new Properties();
                        properties.load(new StringReader(
                                new String(Base64.getMimeDecoder().decode(file.getValue()), StandardCharsets.UTF_8)));
                        keys.addAll(properties.stringPropertyNames());
                    }
                }
            }
        }
        return keys;
    }
}
