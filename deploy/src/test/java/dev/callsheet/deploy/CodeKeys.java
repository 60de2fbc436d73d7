package dev.callsheet.deploy;

import java.io.IOException;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** The configuration keys that a service's code reads, its libraries' included, with what they are if nobody says anything. */
record CodeKeys(Map<String, Key> keys) {
    private static final Pattern OF_HOUSE =
            Pattern.compile("<groupId>dev\\.callsheet</groupId>\\s*<artifactId>([\\w-]+)</artifactId>");
    private static final Pattern PROPERTY = Pattern.compile(
            "@ConfigProperty\\(\\s*name = \"([^\"]+)\"(?:,\\s*defaultValue = \"([^\"]*)\")?\\s*\\)\\s*(Optional)?");

    /** @param byDefault what stands in the code or in the application's own properties */
    record Key(String name, Optional<String> byDefault, boolean optional) {
        /** How an environment variable names it. */
        String variable() {
            return CodeKeys.variable(name);
        }
    }

    static CodeKeys of(String service) throws IOException {
        Map<String, Key> keys = new HashMap<>();
        for (Path sources : sources(service)) {
            try (Stream<Path> files = Files.walk(sources)) {
                files.filter(file -> file.toString().endsWith(".java"))
                        .map(CodeKeys::read)
                        .forEach(source -> inSource(source).forEach(key -> keys.putIfAbsent(key.name(), key)));
            }
        }
        Properties properties = properties(service);
        for (String name : properties.stringPropertyNames()) {
            boolean optional = keys.containsKey(name) && keys.get(name).optional();
            keys.put(name, new Key(name, Optional.of(properties.getProperty(name)), optional));
        }
        return new CodeKeys(keys);
    }

    static String variable(String name) {
        return name.replaceAll("[^A-Za-z0-9]", "_").toUpperCase(java.util.Locale.ROOT);
    }

    /** The main sources of a service and of all libraries of this house that it stands on. */
    static List<Path> sources(String service) throws IOException {
        return modules(service).stream()
                .map(module -> Path.of("..", module, "src/main/java"))
                .filter(Files::isDirectory)
                .toList();
    }

    /** What a packaged service brings along: its libraries' defaults, and over them its own properties, as in production. */
    static Properties properties(String service) throws IOException {
        Properties all = new Properties();
        List<String> modules = new ArrayList<>(modules(service)).reversed();
        for (String module : modules) {
            load(Path.of("..", module, "src/main/resources/META-INF/microprofile-config.properties"), all);
        }
        load(Path.of("..", service, "src/main/resources/application.properties"), all);
        Properties effective = new Properties();
        for (String name : all.stringPropertyNames()) {
            if (!name.startsWith("%")) {
                effective.putIfAbsent(name, all.getProperty(name));
            } else if (name.startsWith("%prod.")) {
                effective.put(name.substring(6), all.getProperty(name));
            }
        }
        return effective;
    }

    private static Set<String> modules(String service) throws IOException {
        Set<String> modules = new LinkedHashSet<>();
        Deque<String> open = new ArrayDeque<>(List.of(service));
        while (!open.isEmpty()) {
            String module = open.poll();
            Path pom = Path.of("..", module, "pom.xml");
            if (Files.exists(pom) && modules.add(module)) {
                Matcher dependency = OF_HOUSE.matcher(Files.readString(pom)
                        .replaceAll("(?s)<dependency>(?:(?!</dependency>).)*<scope>test</scope>", ""));
                dependency.results().map(match -> match.group(1)).forEach(open::add);
            }
        }
        return modules;
    }

    private static List<Key> inSource(String source) {
        List<Key> found = new ArrayList<>();
        Matcher property = PROPERTY.matcher(source);
        while (property.find()) {
            found.add(new Key(property.group(1), Optional.ofNullable(property.group(2)), property.group(3) != null));
        }
        if (source.contains("@ConfigMapping")) {
            found.addAll(new MappingSource(source).keys());
        }
        return found;
    }

    private static void load(Path file, Properties into) throws IOException {
        if (Files.exists(file)) {
            try (Reader reader = Files.newBufferedReader(file)) {
                into.load(reader);
            }
        }
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
