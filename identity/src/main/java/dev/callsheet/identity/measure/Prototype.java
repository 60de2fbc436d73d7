package dev.callsheet.identity.measure;

import dev.callsheet.identity.face.Embedding;
import dev.callsheet.identity.picture.Picture;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Who a character is: the mean of its references' embeddings. The mean and not the nearest reference, because the
 * nearest of many lets more strangers in. Personal data.
 *
 * @param singles one per usable reference
 */
public record Prototype(Embedding mean, List<Single> singles) {
    public Prototype {
        singles = List.copyOf(singles);
    }

    /**
     * One usable reference.
     *
     * @param label what a report calls it
     * @param still its face as a small picture; null in a prototype that was kept
     * @param hash perceptual hash of its face, to see whether a frame is a copy of it
     */
    public record Single(String label, @Nullable Picture still, Embedding embedding, long hash) {}

    /** Of at least one reference. */
    public static Prototype of(List<Single> singles) {
        return new Prototype(
                Embedding.mean(singles.stream().map(Single::embedding).toList()), singles);
    }

    /** Index of the reference that looks most like this face. */
    public int nearest(Embedding embedding) {
        int nearest = 0;
        for (int i = 1; i < singles.size(); i++) {
            if (singles.get(i).embedding().distance(embedding)
                    < singles.get(nearest).embedding().distance(embedding)) {
                nearest = i;
            }
        }
        return nearest;
    }
}
