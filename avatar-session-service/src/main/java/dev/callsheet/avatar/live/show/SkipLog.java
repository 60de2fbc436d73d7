package dev.callsheet.avatar.live.show;

import dev.callsheet.contracts.Fact;

/** Where it is told that comments are not answered. Does not block. */
interface SkipLog {
    void tell(Fact.TurnSkipped skipped);
}
