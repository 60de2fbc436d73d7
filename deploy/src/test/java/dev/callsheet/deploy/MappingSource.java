package dev.callsheet.deploy;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The keys of the {@code @ConfigMapping} interfaces in one source file, nested ones included. */
final class MappingSource {
    private static final Pattern COMMENT = Pattern.compile("(?s)/\\*.*?\\*/|(?m)(?:^|(?<=\\s))//.*$");
    private static final Pattern TOKEN = Pattern.compile("@ConfigMapping\\(prefix = \"(?<prefix>[^\"]+)\"\\)"
            + "|interface (?<type>\\w+)[^{]*\\{|(?<open>\\{)|(?<close>})"
            + "|@WithDefault\\(\"(?<default>[^\"]*)\"\\)|@WithName\\(\"(?<name>[^\"]+)\"\\)"
            + "|(?<returns>[\\w.]+(?:<[^;(]*>)?)\\s+(?<method>\\w+)\\(\\)\\s*;");

    private record Method(
            String returns, String name, @Nullable String byDefault) {}

    private final Map<String, List<Method>> interfaces = new HashMap<>();
    private final Map<String, String> prefixes = new HashMap<>();

    MappingSource(String source) {
        Deque<String> open = new ArrayDeque<>();
        String prefix = null;
        String byDefault = null;
        String name = null;
        Matcher token = TOKEN.matcher(COMMENT.matcher(source).replaceAll(""));
        while (token.find()) {
            if (token.group("prefix") != null) {
                prefix = token.group("prefix");
            } else if (token.group("type") != null) {
                open.push(token.group("type"));
                interfaces.put(token.group("type"), new ArrayList<>());
                if (prefix != null) {
                    prefixes.put(token.group("type"), prefix);
                    prefix = null;
                }
            } else if (token.group("open") != null) {
                open.push("");
            } else if (token.group("close") != null) {
                open.poll();
            } else if (token.group("default") != null) {
                byDefault = token.group("default");
            } else if (token.group("name") != null) {
                name = token.group("name");
            } else if (interfaces.containsKey(Optional.ofNullable(open.peek()).orElse(""))) {
                String method = name == null ? kebab(token.group("method")) : name;
                interfaces.get(open.peek()).add(new Method(token.group("returns"), method, byDefault));
                byDefault = null;
                name = null;
            }
        }
    }

    List<CodeKeys.Key> keys() {
        List<CodeKeys.Key> keys = new ArrayList<>();
        prefixes.forEach((type, prefix) -> collect(type, prefix, keys));
        return keys;
    }

    private void collect(String type, String prefix, List<CodeKeys.Key> keys) {
        for (Method method : interfaces.get(type)) {
            String key = prefix + "." + method.name();
            if (interfaces.containsKey(method.returns())) {
                collect(method.returns(), key, keys);
            } else {
                boolean optional = method.returns().startsWith("Optional")
                        || method.returns().startsWith("Map");
                keys.add(new CodeKeys.Key(key, Optional.ofNullable(method.byDefault()), optional));
            }
        }
    }

    private static String kebab(String camel) {
        return camel.replaceAll("([a-z0-9])([A-Z])", "$1-$2").toLowerCase(java.util.Locale.ROOT);
    }
}
