package dev.callsheet.twin.queue.domain.fault;

/** What may go wrong with listing jobs. */
public enum ListFault implements Fault {
    /** 500. */
    LIST_FAILED(Traits.once("list-failed")),
    /** The connection is cut. */
    LIST_CUT(Traits.once("list-cut")),
    /** Only the newest jobs are listed, an amount of them. */
    LIST_SHORT(Traits.once("list-short").amounting(20));

    private final Traits traits;

    ListFault(Traits traits) {
        this.traits = traits;
    }

    @Override
    public Traits traits() {
        return traits;
    }

    @Override
    public Door door() {
        return Door.LIST;
    }
}
