package dev.callsheet.identity.clip;

import java.util.List;
import java.util.function.Consumer;

/** A clip that can be looked at, frame by frame; no more than one frame is held. */
public interface Footage {
    ClipFacts facts();

    /** When each frame is shown: seconds from the first, ascending. */
    List<Double> times();

    /**
     * A quick look at all frames, small.
     *
     * @throws dev.callsheet.decoder.NotDecodable if the file turns out not to be a whole clip
     */
    Survey survey();

    /**
     * Decodes these frames in order, each once. A frame's pixels are valid during the call only.
     *
     * @param chosen indexes into the times, ascending
     * @throws dev.callsheet.decoder.NotDecodable if the file turns out not to be a whole clip
     */
    void frames(List<Integer> chosen, Consumer<Frame> viewer);
}
