package dev.callsheet.twin.queue.domain.fault;

/** What may go wrong with asking for an upload slot. */
public enum SlotFault implements Fault {
    /** 500. */
    SLOT_FAILED(Traits.once("slot-failed"));

    private final Traits traits;

    SlotFault(Traits traits) {
        this.traits = traits;
    }

    @Override
    public Traits traits() {
        return traits;
    }

    @Override
    public Door door() {
        return Door.SLOT;
    }
}
