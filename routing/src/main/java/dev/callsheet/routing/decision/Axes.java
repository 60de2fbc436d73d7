package dev.callsheet.routing.decision;

import dev.callsheet.contracts.Decision;
import dev.callsheet.contracts.Decision.Origin;
import java.util.List;

/** The three questions that decide, answered. */
record Axes(Seen<Latency> latency, Seen<Input> input, Seen<Continuity> continuity) {

    /** An answer with the fields that show it and where it comes from. */
    record Seen<T extends Wire>(T value, List<String> evidence, Origin origin) {
        Seen {
            evidence = List.copyOf(evidence);
        }

        Decision.Axis published() {
            return new Decision.Axis(value.wire(), evidence, origin);
        }
    }

    /** A class with its published name. */
    interface Wire {
        String wire();
    }

    enum Latency implements Wire {
        /** An answer per turn is wanted, within seconds. */
        LIVE("live"),
        /** A file is wanted before the typical render time. */
        SHORT("short"),
        /** Later, or unstated. */
        BATCH("batch");

        private final String wire;

        Latency(String wire) {
            this.wire = wire;
        }

        @Override
        public String wire() {
            return wire;
        }
    }

    enum Input implements Wire {
        TURNS("turns"),
        FRAME("frame"),
        REFERENCE("reference"),
        FRAME_AND_REFERENCE("frame+reference"),
        UNTYPED_IMAGE("untyped image"),
        VOICE_ONLY("voice only"),
        TEXT_ONLY("text only"),
        NONE("none");

        private final String wire;

        Input(String wire) {
            this.wire = wire;
        }

        @Override
        public String wire() {
            return wire;
        }
    }

    enum Continuity implements Wire {
        CONTINUOUS("continuous"),
        SINGLE("single"),
        SERIES("series"),
        UNSTATED("unstated");

        private final String wire;

        Continuity(String wire) {
            this.wire = wire;
        }

        @Override
        public String wire() {
            return wire;
        }
    }

    Decision.Axes published() {
        return new Decision.Axes(latency.published(), input.published(), continuity.published());
    }
}
