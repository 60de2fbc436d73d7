package dev.callsheet.conversation.hearing;

/**
 * Where speech begins and ends, frame by frame. Pure.
 *
 * <pre>
 * Quiet    --enough voiced frames, few gaps between--> Speaking (BEGAN)
 * Speaking --silence long enough, or too long--> Quiet (ENDED, or DROPPED if little of it was voiced)
 * </pre>
 */
sealed interface Endpointing {
    /** Gaps of up to so many frames lie within a beginning: a stop consonant is no silence. */
    int GAP = 2;

    /** What a frame has changed. */
    enum Event {
        NOTHING,
        BEGAN,
        ENDED,
        DROPPED
    }

    /** @param state after the frame */
    record Step(Endpointing state, Event event) {}

    /** Takes the next frame by how likely it is speech. */
    Step next(float probability, EarRules rules);

    /** Nothing was said yet. */
    static Endpointing quiet() {
        return new Quiet(0, 0, 0);
    }

    /**
     * No speech, or too little yet.
     *
     * @param voiced voiced frames of what may become speech
     * @param gap frames without voice since the last of them
     * @param frames all frames since the first of them
     */
    record Quiet(int voiced, int gap, int frames) implements Endpointing {
        @Override
        public Step next(float probability, EarRules rules) {
            if (probability >= rules.begins()) {
                return voiced + 1 >= EarRules.frames(rules.speech())
                        ? new Step(new Speaking(frames + 1, voiced + 1, 0), Event.BEGAN)
                        : new Step(new Quiet(voiced + 1, 0, frames + 1), Event.NOTHING);
            }
            boolean over = voiced == 0 || gap + 1 > GAP;
            return new Step(over ? quiet() : new Quiet(voiced, gap + 1, frames + 1), Event.NOTHING);
        }
    }

    /**
     * Somebody speaks.
     *
     * @param frames since its first voiced one
     * @param voiced how many of them are voiced
     * @param silent frames since the last voiced one
     */
    record Speaking(int frames, int voiced, int silent) implements Endpointing {
        @Override
        public Step next(float probability, EarRules rules) {
            boolean speech = probability >= rules.goesOn();
            var next = new Speaking(frames + 1, voiced + (speech ? 1 : 0), speech ? 0 : silent + 1);
            boolean over =
                    next.silent >= EarRules.frames(rules.silence()) || next.frames >= EarRules.frames(rules.longest());
            if (!over) {
                return new Step(next, Event.NOTHING);
            }
            return new Step(next, next.voiced < EarRules.frames(rules.shortest()) ? Event.DROPPED : Event.ENDED);
        }
    }
}
