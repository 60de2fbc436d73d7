package dev.callsheet.deploy;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Fields of a manifest that Kubernetes' model has no place for; a cluster would cut them off. */
final class UnknownFields {
    private UnknownFields() {}

    /** @param path where {@code value} stands, for the findings */
    static List<String> in(@Nullable Object value, String path) {
        List<String> found = new ArrayList<>();
        walk(value, path, found);
        return found;
    }

    private static void walk(@Nullable Object value, String path, List<String> found) {
        switch (value) {
            case null -> {}
            case Collection<?> many -> many.forEach(one -> walk(one, path + "[]", found));
            case Map<?, ?> map -> map.forEach((key, inner) -> walk(inner, path + "." + key, found));
            case Object model
            when model.getClass().getName().startsWith("io.fabric8.kubernetes.api.model") ->
                getters(model).forEach(getter -> {
                    Object inner = call(getter, model);
                    if (!getter.getName().equals("getAdditionalProperties")) {
                        walk(inner, path + "." + getter.getName().substring(3), found);
                    } else if (inner instanceof Map<?, ?> unknown) {
                        unknown.keySet().forEach(key -> found.add(path + "." + key));
                    }
                });
            default -> {}
        }
    }

    private static Stream<Method> getters(Object model) {
        return Stream.of(model.getClass().getMethods())
                .filter(method -> method.getName().startsWith("get") && method.getParameterCount() == 0)
                .filter(method -> !method.getName().equals("getClass"))
                .sorted(Comparator.comparing(Method::getName));
    }

    private static @Nullable Object call(Method getter, Object model) {
        try {
            return getter.invoke(model);
        } catch (IllegalAccessException | InvocationTargetException e) {
            throw new IllegalStateException(getter.toString(), e);
        }
    }
}
