package dev.callsheet.identity.clip;

import dev.callsheet.decoder.NotDecodable;
import java.util.function.Consumer;

/** A clip that can be looked at, frame by frame; no more than one frame is held. */
public interface Footage {
    ClipFacts facts();

    /**
     * Decodes the sampled frames in order, each once. A frame's pixels are valid during the call only.
     *
     * @throws NotDecodable if the file turns out not to be a whole clip
     */
    void frames(Consumer<Frame> viewer);
}
