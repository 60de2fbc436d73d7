package dev.callsheet.routing.policy;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.exc.InvalidFormatException;
import com.fasterxml.jackson.databind.exc.UnrecognizedPropertyException;
import com.fasterxml.jackson.databind.exc.ValueInstantiationException;
import java.util.List;
import java.util.stream.Collectors;

/** Says in the words of the file what is wrong with a policy: the key, what was found, what is allowed. */
final class PolicyFault {
    private static final String MISSING = "Missing creator property '";

    private PolicyFault() {}

    static String told(JsonProcessingException fault) {
        return switch (fault) {
            case UnrecognizedPropertyException unknown ->
                key(unknown) + ": no such key; allowed: "
                        + unknown.getKnownPropertyIds().stream()
                                .map(String::valueOf)
                                .sorted()
                                .collect(Collectors.joining(", "));
            case InvalidFormatException wrong ->
                key(wrong) + ": found " + wrong.getValue() + "; allowed: " + allowed(wrong.getTargetType());
            case ValueInstantiationException impossible
            when impossible.getCause() != null ->
                String.valueOf(impossible.getCause().getMessage());
            case JsonMappingException other -> missing(other);
            default -> fault.getOriginalMessage();
        };
    }

    private static String missing(JsonMappingException fault) {
        String message = String.valueOf(fault.getOriginalMessage());
        int end = message.indexOf('\'', MISSING.length());
        if (message.startsWith(MISSING) && end > 0) {
            String name = message.substring(MISSING.length(), end);
            String key = key(fault);
            return (key.endsWith(name) ? key : key.isEmpty() ? name : key + "." + name) + ": missing";
        }
        return key(fault) + ": a value of another form is expected here";
    }

    private static String key(JsonMappingException fault) {
        return fault.getPath().stream()
                .map(step -> step.getFieldName() == null ? "[" + step.getIndex() + "]" : step.getFieldName())
                .collect(Collectors.joining("."));
    }

    private static String allowed(Class<?> type) {
        if (type.isEnum()) {
            return List.of(type.getEnumConstants()).stream()
                    .map(String::valueOf)
                    .collect(Collectors.joining(", "));
        }
        return type == boolean.class || type == Boolean.class
                ? "true or false"
                : type == double.class || type == Double.class ? "a number" : "a whole number";
    }
}
