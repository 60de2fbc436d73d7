package dev.callsheet.twin.render.domain;

/** Whether the person of a clip stays who it is. */
public sealed interface Drift {

    /** It does. */
    record None() implements Drift {}

    /** Somebody else is shown from the first frame. */
    record FromStart() implements Drift {}

    /** Somebody else takes over, at this share of the clip's length. */
    record Midway(double at) implements Drift {}

    /** Probabilities of drift, 0 to 1, for prompts that bind a reference and for those that do not. */
    record Rates(double bound, double unbound) {}

    /** Decides from seed and prompt alone: the same order always drifts the same way. */
    static Drift decide(long seed, String prompt, boolean bound, Rates rates) {
        var random = Chance.of(seed, "drift", prompt);
        if (random.nextDouble() >= (bound ? rates.bound() : rates.unbound())) {
            return new None();
        }
        return random.nextDouble() < 0.5 ? new FromStart() : new Midway(0.35 + 0.25 * random.nextDouble());
    }
}
