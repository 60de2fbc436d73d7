package dev.callsheet.routing.dialect;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The dialects that come with the product, as files under {@code dialects/}; {@code callsheet} is our own form. */
public final class Dialects {
    /** The dialect of tables: each value a text. */
    public static final String TABLE = "catalogue";

    /** Our own form: nothing is mapped. */
    public static final String OWN = "callsheet";

    /** Foreign dialects are recognised by fields that only they have; the last one takes what is left. */
    private static final List<String> FILES =
            List.of("gmi", "dashscope", "liveavatar", "openai", "catalogue", "neutral");

    private final List<Dialect> dialects;

    private Dialects(List<Dialect> dialects) {
        this.dialects = List.copyOf(dialects);
    }

    /** Reads the files. @throws IllegalStateException if one is missing or wrong, which a test rules out */
    public static Dialects load() {
        List<Dialect> dialects = new ArrayList<>();
        YAMLMapper yaml = new YAMLMapper();
        for (String name : FILES) {
            String file = "/dialects/" + name + ".yaml";
            try (InputStream resource = Dialects.class.getResourceAsStream(file)) {
                if (resource == null) {
                    throw new IllegalStateException("missing resource " + file);
                }
                dialects.add(Dialect.of(yaml.readTree(resource)));
            } catch (IOException e) {
                throw new IllegalStateException("not readable: " + file, e);
            }
        }
        return new Dialects(dialects);
    }

    /** All names, our own first. */
    public List<String> names() {
        List<String> names = new ArrayList<>(List.of(OWN));
        dialects.forEach(dialect -> names.add(dialect.name()));
        return names;
    }

    /** Empty for our own form, and for a name that nobody knows. */
    public Optional<Dialect> named(String name) {
        return dialects.stream().filter(dialect -> dialect.name().equals(name)).findFirst();
    }

    /** The dialect in which a document is written, told by its fields alone; the given one if none is recognised. */
    public Dialect of(JsonNode document, Dialect otherwise) {
        return recognised(document).orElse(otherwise);
    }

    /** The dialect that a document's fields give away; empty for our own form and for a table. */
    public Optional<Dialect> recognised(JsonNode document) {
        return dialects.stream().filter(dialect -> dialect.speaks(document)).findFirst();
    }
}
