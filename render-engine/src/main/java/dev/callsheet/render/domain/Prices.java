package dev.callsheet.render.domain;

import java.util.OptionalLong;

/** What a provider charges for a second of output, in micros of US dollars. */
@FunctionalInterface
public interface Prices {

    /** Empty where no price is known: then nothing is submitted. */
    OptionalLong perSecond(String model, String resolution);

    /** What a draft costs as one take. @throws Unrenderable if no price is known */
    default long quote(String model, Draft draft) {
        long perSecond = perSecond(model, draft.resolution())
                .orElseThrow(() -> new Unrenderable(
                        "RESOLUTION_UNSUPPORTED",
                        "output.resolution: found '" + draft.resolution() + "'; no price is known for it with "
                                + model));
        return Math.multiplyExact(perSecond, draft.seconds());
    }
}
