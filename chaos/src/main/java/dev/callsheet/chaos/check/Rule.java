package dev.callsheet.chaos.check;

import java.util.function.Consumer;

/** One thing that must hold. */
interface Rule {
    void check(Shelf shelf, Consumer<Violation> found);
}
