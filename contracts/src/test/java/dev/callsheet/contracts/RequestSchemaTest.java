package dev.callsheet.contracts;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.InputStream;
import java.lang.classfile.ClassFile;
import java.lang.classfile.CodeElement;
import java.lang.classfile.instruction.ConstantInstruction;
import java.lang.classfile.instruction.InvokeInstruction;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** The hand-written reader and the published schema know the same fields, at the same places. */
class RequestSchemaTest {
    private final Set<String> schemaPaths;

    RequestSchemaTest() throws IOException {
        schemaPaths = SchemaLines.of(Schemas.documents().get("video-requested")).keySet();
    }

    @Test
    void everyFieldOfTheSchemaIsReadAndEveryFieldThatIsReadIsInTheSchema() throws IOException {
        Set<String> names = new TreeSet<>(namesInTheReader());
        schemaPaths.forEach(path -> names.add(path.substring(path.lastIndexOf('/') + 1)));
        names.remove("[]");

        Set<String> read = new TreeSet<>();
        for (String place : places()) {
            for (String name : names) {
                if (isKnownToTheReader(place, name)) {
                    read.add(place + "/" + name);
                }
            }
        }

        assertThat(read)
                .isEqualTo(schemaPaths.stream()
                        .filter(path -> !path.endsWith("[]"))
                        .collect(Collectors.toSet()));
    }

    /** The root and every path below which the schema has fields. */
    private Set<String> places() {
        return schemaPaths.stream()
                .filter(path -> !path.endsWith("[]"))
                .map(path -> path.substring(0, path.lastIndexOf('/')))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    /** Puts the name alone at its place; the reader warns of what it does not know. */
    private static boolean isKnownToTheReader(String place, String name) {
        JsonNodeFactory nodes = JsonNodeFactory.instance;
        JsonNode document = nodes.objectNode().set(name, nodes.nullNode());
        String pointer = "/" + name;
        String[] steps = place.isEmpty() ? new String[0] : place.substring(1).split("/");
        for (int i = steps.length - 1; i >= 0; i--) {
            boolean list = steps[i].equals("[]");
            pointer = (list ? "/0" : "/" + steps[i]) + pointer;
            document = list
                    ? nodes.arrayNode().add(document)
                    : nodes.<ObjectNode>objectNode().set(steps[i], document);
        }
        String expected = pointer;
        return RequestReader.read(document).warnings().stream()
                .noneMatch(warning -> warning.field().equals(expected));
    }

    /** The names that {@link RequestReader} gives to {@link FieldReader}: the last text before each call of it. */
    private static Set<String> namesInTheReader() throws IOException {
        Set<String> names = new TreeSet<>();
        try (InputStream bytes = RequestReader.class.getResourceAsStream("RequestReader.class")) {
            ClassFile.of()
                    .parse(bytes.readAllBytes())
                    .methods()
                    .forEach(method -> method.code().ifPresent(code -> {
                        String last = null;
                        for (var element : code) {
                            if (element instanceof ConstantInstruction constant
                                    && constant.constantValue() instanceof String text) {
                                last = text;
                            } else if (last != null && isFieldRead(element)) {
                                names.add(last);
                            }
                        }
                    }));
        }
        return names;
    }

    private static boolean isFieldRead(CodeElement element) {
        return element instanceof InvokeInstruction call
                && call.owner().asInternalName().endsWith("/FieldReader")
                && !call.name().equalsString("fail")
                && call.type().stringValue().startsWith("(Ljava/lang/String;");
    }
}
