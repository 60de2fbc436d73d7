package dev.callsheet.render.outbound;

import dev.callsheet.contracts.TakeId;

/** Another worker drives the take by now: leave it alone. */
public final class LostTake extends RuntimeException {
    LostTake(TakeId take) {
        super("take " + take + " is driven by another worker");
    }
}
