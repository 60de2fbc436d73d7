package dev.callsheet.chaos.check;

import dev.callsheet.chaos.check.Snapshot.SlotRow;
import dev.callsheet.chaos.check.Snapshot.TakeRow;
import dev.callsheet.chaos.check.Violation.Kind;
import java.util.UUID;
import java.util.function.Consumer;

/** No slot is held by what is over, and no message waits. */
final class NothingIsLeft implements Rule {
    @Override
    public void check(Shelf shelf, Consumer<Violation> found) {
        for (SlotRow slot : shelf.all.slots()) {
            UUID holder = slot.take();
            if (holder == null) {
                continue;
            }
            TakeRow take = shelf.takes.get(holder);
            if (take == null || Shelf.ended(take)) {
                found.accept(new Violation(
                        Kind.SLOT_HELD,
                        slot.model() + " " + slot.number(),
                        "held by take " + holder + ", which is " + (take == null ? "unknown" : take.state())));
            }
        }
        if (shelf.all.outbox() > 0) {
            found.accept(new Violation(Kind.OUTBOX_LEFT, "outbox", shelf.all.outbox() + " messages have not left"));
        }
    }
}
