package dev.callsheet.contracts;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.annotation.JsonValue;
import java.io.IOException;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Type;
import java.util.Arrays;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Each record has the fields of its schema, and the schema those of its record. The request's: RequestSchemaTest. */
class RecordSchemaTest {
    static Set<Map.Entry<String, Class<?>>> records() {
        Map<String, Class<?>> records = SamplesGoldenTest.types();
        records.put("decision", Decision.class);
        return records.entrySet();
    }

    @ParameterizedTest
    @MethodSource("records")
    void aRecordAndItsSchemaHaveTheSameFields(Map.Entry<String, Class<?>> named) throws IOException {
        Set<String> fields = new TreeSet<>();
        add(fields, "", named.getValue());

        assertThat(fields)
                .isEqualTo(
                        SchemaLines.of(Schemas.documents().get(named.getKey())).keySet());
    }

    private static void add(Set<String> fields, String path, Type type) {
        if (type instanceof ParameterizedType list) {
            fields.add(path + "/[]");
            add(fields, path + "/[]", list.getActualTypeArguments()[0]);
        } else if (type instanceof Class<?> record && isObject(record, path)) {
            for (var component : record.getRecordComponents()) {
                fields.add(path + "/" + component.getName());
                add(fields, path + "/" + component.getName(), component.getGenericType());
            }
        }
    }

    /** An id is a text; a decision within something else has its own schema. */
    private static boolean isObject(Class<?> type, String path) {
        boolean text = Arrays.stream(type.getDeclaredMethods())
                .anyMatch(method -> method.isAnnotationPresent(JsonValue.class));
        return type.isRecord() && !text && (path.isEmpty() || type != Decision.class);
    }
}
