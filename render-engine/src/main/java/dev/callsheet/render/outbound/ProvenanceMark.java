package dev.callsheet.render.outbound;

import dev.callsheet.render.domain.Origin;
import dev.callsheet.render.domain.Rendered;

/** Says in a stored clip itself, for machines to read, that a machine made it. */
public interface ProvenanceMark {
    /** IPTC NewsCodes, digital source type: made by a model that was trained on sampled content. */
    String DIGITAL_SOURCE_TYPE = "http://cv.iptc.org/newscodes/digitalsourcetype/trainedAlgorithmicMedia";

    /** Marks nothing. */
    ProvenanceMark NONE = origin -> Stamp.NONE;

    Stamp of(Origin origin);

    /** The mark of one clip. It follows the provider's bytes, which stay as they are. */
    interface Stamp {
        /** No mark at all. */
        Stamp NONE = new Stamp() {
            @Override
            public String word() {
                return "none";
            }

            @Override
            public int length() {
                return 0;
            }

            @Override
            public byte[] bytes(Rendered rendered) {
                return new byte[0];
            }
        };

        /** Its kind, as manifests name it. */
        String word();

        /** In bytes, whatever was rendered: the store is told before the clip has come. */
        int length();

        /** As it stands at the end of the file. */
        byte[] bytes(Rendered rendered);
    }
}
