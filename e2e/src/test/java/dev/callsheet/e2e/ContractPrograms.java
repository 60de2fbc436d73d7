package dev.callsheet.e2e;

import dev.callsheet.contracts.FactTypes;
import dev.callsheet.e2e.ContractOperations.Operation;
import java.io.IOException;
import java.lang.classfile.Annotation;
import java.lang.classfile.AnnotationValue;
import java.lang.classfile.AttributedElement;
import java.lang.classfile.Attributes;
import java.lang.classfile.ClassFile;
import java.lang.classfile.ClassModel;
import java.lang.classfile.CodeElement;
import java.lang.classfile.instruction.ConstantInstruction;
import java.lang.classfile.instruction.InvokeInstruction;
import java.lang.constant.ClassDesc;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Enumeration;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Consumer;
import java.util.jar.JarEntry;
import java.util.jar.JarFile;
import java.util.stream.Stream;

/**
 * A packaged service, read as bytes: nothing of it is loaded. It tells what the program can serve and say, also where no
 * test ever called it.
 */
record ContractPrograms(String service, List<ClassModel> classes, Set<String> files) {
    private static final String REST = "Ljakarta/ws/rs/";
    private static final String SOCKET = "Lio/quarkus/websockets/next/WebSocket;";
    private static final String ROUTER = "io/vertx/ext/web/Router";
    private static final String FACT_TYPES = "dev/callsheet/contracts/FactTypes";
    private static final Set<String> ROUTED = Set.of("get", "post", "put", "patch", "delete", "head", "options");
    private static final String PAGE = "/index.html";
    private static final String PAGES = "META-INF/resources";

    /** The service's own classes, and those of our libraries that are packaged with it, but for the contracts. */
    static ContractPrograms of(Path root, String service) throws IOException {
        Path folder = root.resolve(service + "/target/quarkus-app");
        List<ClassModel> classes = new ArrayList<>();
        Set<String> files = new HashSet<>();
        try (Stream<Path> jars =
                Stream.concat(Files.list(folder.resolve("app")), Files.list(folder.resolve("lib/main")))) {
            for (Path jar : jars.filter(ContractPrograms::isOurs).toList()) {
                read(jar, classes, files);
            }
        }
        return new ContractPrograms(service, classes, files);
    }

    private static boolean isOurs(Path jar) {
        String name = jar.getFileName().toString();
        return name.endsWith(".jar")
                && (jar.getParent().endsWith("app")
                        || name.startsWith("dev.callsheet.") && !name.startsWith("dev.callsheet.contracts"));
    }

    private static void read(Path jar, List<ClassModel> classes, Set<String> files) throws IOException {
        try (var archive = new JarFile(jar.toFile())) {
            for (Enumeration<JarEntry> entries = archive.entries(); entries.hasMoreElements(); ) {
                JarEntry entry = entries.nextElement();
                files.add(entry.getName());
                if (entry.getName().endsWith(".class")) {
                    try (var bytes = archive.getInputStream(entry)) {
                        classes.add(ClassFile.of().parse(bytes.readAllBytes()));
                    }
                }
            }
        }
    }

    /** The methods of its REST resources, its WebSockets and its pages. */
    Set<Operation> operations() {
        Set<Operation> operations = new HashSet<>();
        for (ClassModel type : classes) {
            String path = value(type, REST + "Path;", "value");
            if (path != null) {
                type.methods()
                        .forEach(method -> ContractOperations.METHODS.stream()
                                .filter(verb -> has(method, REST + verb + ";"))
                                .forEach(verb -> add(operations, verb, path, value(method, REST + "Path;", "value"))));
            }
            String socket = value(type, SOCKET, "path");
            if (socket != null) {
                add(operations, "GET", socket, null);
            }
        }
        files.stream()
                .filter(file -> file.startsWith(PAGES + "/") && file.endsWith(PAGE))
                .forEach(file -> add(
                        operations, "GET", file.substring(PAGES.length(), file.length() - PAGE.length() + 1), null));
        return operations;
    }

    /** Where it hands a path to Vert.x itself, past the resources; a filter of many paths ({@code route}) is none. */
    Set<String> routesPastTheResources() {
        Set<String> past = new TreeSet<>();
        classes.forEach(type -> instructions(type, element -> {
            if (element instanceof InvokeInstruction call
                    && call.owner().asInternalName().equals(ROUTER)
                    && ROUTED.contains(call.name().stringValue())) {
                past.add(type.thisClass().asInternalName());
            }
        }));
        return past;
    }

    /**
     * The types of all facts that it makes: as records, or as bytes of a type that it asks {@link FactTypes} for. A type
     * that is asked for on the spot is one to compare with.
     */
    Set<String> facts() {
        Set<String> made = new TreeSet<>();
        for (ClassModel type : classes) {
            Set<String> named = new TreeSet<>();
            var asked = new Asked();
            instructions(type, element -> {
                if (element instanceof ConstantInstruction constant
                        && constant.constantValue() instanceof ClassDesc literal) {
                    asked.literal = literal.descriptorString().replaceAll("^L|;$", "");
                    named.add(asked.literal);
                } else if (element instanceof InvokeInstruction call) {
                    String owner = call.owner().asInternalName();
                    if (call.name().equalsString("<init>")) {
                        made.add(owner);
                    } else if (owner.equals(FACT_TYPES) && call.name().equalsString("typeOf")) {
                        asked.types = true;
                        named.remove(asked.literal);
                    }
                    asked.literal = "";
                }
            });
            if (asked.types) {
                made.addAll(named);
            }
        }
        Set<String> types = new TreeSet<>(FactTypes.all().keySet());
        types.removeIf(
                name -> !made.contains(FactTypes.all().get(name).getName().replace('.', '/')));
        return types;
    }

    /** What was seen so far in one class. */
    private static final class Asked {
        private boolean types;
        private String literal = "";
    }

    private static void instructions(ClassModel type, Consumer<CodeElement> seen) {
        type.methods().forEach(method -> method.code().ifPresent(code -> code.forEach(seen)));
    }

    private void add(Set<Operation> operations, String method, String path, String below) {
        String whole = ("/" + path + "/" + (below == null ? "" : below)).replaceAll("/+", "/");
        boolean page = path.endsWith("/");
        String trimmed = whole.length() > 1 && !page ? whole.replaceAll("/$", "") : whole;
        operations.add(new Operation(service, method, Operation.withoutNames(trimmed)));
    }

    private static boolean has(AttributedElement element, String annotation) {
        return annotations(element).anyMatch(a -> a.className().equalsString(annotation));
    }

    private static String value(AttributedElement element, String annotation, String name) {
        return annotations(element)
                .filter(a -> a.className().equalsString(annotation))
                .flatMap(a -> a.elements().stream())
                .filter(e -> e.name().equalsString(name))
                .map(e -> ((AnnotationValue.OfString) e.value()).stringValue())
                .findFirst()
                .orElse(null);
    }

    private static Stream<Annotation> annotations(AttributedElement element) {
        return element.findAttribute(Attributes.runtimeVisibleAnnotations()).stream()
                .flatMap(all -> all.annotations().stream());
    }
}
