package dev.callsheet.scorer.domain;

import dev.callsheet.identity.face.Embedding;

/**
 * Who a character was in one clip: the centre of its embeddings there. Personal data: sealed, never told.
 *
 * @param model SHA-256 of the embedder; only portraits by one model can be compared
 */
public record KeptPortrait(String model, Embedding embedding) {
    private static final int FORM = 1;

    /** Its bytes, before they are sealed. */
    public byte[] bytes() {
        var out = new ByteWriter(FORM);
        out.text(model);
        out.embedding(embedding);
        return out.bytes();
    }

    /** Back from its bytes. @throws UnknownForm if they are of another form or cut short */
    public static KeptPortrait of(byte[] bytes) {
        var in = new ByteReader(bytes, FORM);
        var portrait = new KeptPortrait(in.text(), in.embedding());
        in.end();
        return portrait;
    }
}
