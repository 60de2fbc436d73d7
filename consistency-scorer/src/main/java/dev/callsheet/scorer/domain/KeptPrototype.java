package dev.callsheet.scorer.domain;

import dev.callsheet.identity.measure.Prototype;
import java.util.ArrayList;
import java.util.List;

/**
 * A character's prototype as it is kept: without pictures. Personal data: sealed, never told.
 *
 * @param model SHA-256 of the embedder; the prototype means nothing to another
 */
public record KeptPrototype(String model, Prototype prototype) {
    private static final int FORM = 1;

    /** Its bytes, before they are sealed. */
    public byte[] bytes() {
        var out = new ByteWriter(FORM);
        out.text(model);
        out.embedding(prototype.mean());
        out.count(prototype.singles().size());
        for (Prototype.Single single : prototype.singles()) {
            out.text(single.label());
            out.embedding(single.embedding());
            out.number(single.hash());
        }
        return out.bytes();
    }

    /** Back from its bytes. @throws UnknownForm if they are of another form or cut short */
    public static KeptPrototype of(byte[] bytes) {
        var in = new ByteReader(bytes, FORM);
        String model = in.text();
        var mean = in.embedding();
        int count = in.count();
        List<Prototype.Single> singles = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            singles.add(new Prototype.Single(in.text(), null, in.embedding(), in.number()));
        }
        in.end();
        return new KeptPrototype(model, new Prototype(mean, singles));
    }
}
