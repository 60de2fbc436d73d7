package dev.callsheet.twin.queue.domain.fault;

/** What may go wrong with reading a job. */
public enum ReadFault implements Fault {
    /** 500. */
    READ_FAILED(Traits.once("read-failed")),
    /** 503. */
    READ_UNAVAILABLE(Traits.once("read-unavailable")),
    /** The connection is cut. */
    READ_CUT(Traits.once("read-cut")),
    /** The answer comes after the length. */
    READ_DELAYED(Traits.once("read-delayed").lasting(30));

    private final Traits traits;

    ReadFault(Traits traits) {
        this.traits = traits;
    }

    @Override
    public Traits traits() {
        return traits;
    }

    @Override
    public Door door() {
        return Door.READ;
    }
}
