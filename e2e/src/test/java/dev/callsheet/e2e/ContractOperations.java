package dev.callsheet.e2e;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.io.IOException;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** {@code contracts/openapi.yaml}: which service serves what, by {@code x-service} of the servers. */
record ContractOperations(JsonNode document) {
    static final List<String> METHODS = List.of("GET", "POST", "PUT", "PATCH", "DELETE");

    /**
     * One thing to call.
     *
     * @param path with {@code {}} for each parameter
     */
    record Operation(String service, String method, String path) {
        /** The path with an id that nobody has. */
        String address() {
            return path.replace("{}", "00000000-0000-5000-8000-000000000000");
        }

        Operation with(String otherMethod) {
            return new Operation(service, otherMethod, path);
        }

        static String withoutNames(String path) {
            return path.replaceAll("\\{[^}]*}", "{}");
        }
    }

    static ContractOperations under(Path root) throws IOException {
        return new ContractOperations(
                new YAMLMapper().readTree(root.resolve("contracts/openapi.yaml").toFile()));
    }

    Set<Operation> all() {
        Set<Operation> operations = new HashSet<>();
        document.get("paths")
                .properties()
                .forEach(path -> METHODS.stream()
                        .filter(method -> path.getValue().has(method.toLowerCase(java.util.Locale.ROOT)))
                        .forEach(method -> services(path.getValue())
                                .forEach(service -> operations.add(
                                        new Operation(service, method, Operation.withoutNames(path.getKey()))))));
        return operations;
    }

    /** Those that are the beginning of a WebSocket. */
    Set<Operation> sockets() {
        return all().stream()
                .filter(operation -> document.get("paths")
                        .propertyStream()
                        .anyMatch(path -> Operation.withoutNames(path.getKey()).equals(operation.path())
                                && path.getValue().at("/get/responses").has("101")))
                .collect(Collectors.toSet());
    }

    /** Whether a call of its address would be answered by an operation of another path: {@code /a/{}} has {@code /a/x}. */
    boolean isAnotherOnes(Operation operation) {
        return !all().contains(operation)
                && all().stream()
                        .filter(other -> !other.path().equals(operation.path()))
                        .filter(other -> other.service().equals(operation.service()))
                        .filter(other -> other.method().equals(operation.method()))
                        .anyMatch(other ->
                                operation.address().matches(other.path().replace("{}", "[^/]+")));
    }

    private Set<String> services(JsonNode path) {
        JsonNode servers = path.has("servers") ? path.get("servers") : document.get("servers");
        Set<String> services = new HashSet<>();
        servers.findValues("x-service").forEach(service -> {
            if (service.isTextual()) {
                services.add(service.asText());
            }
            service.forEach(one -> services.add(one.asText()));
        });
        return services;
    }
}
