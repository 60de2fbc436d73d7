package dev.callsheet.twin.queue.domain.fault;

/** What may come of the wish to give a job up. */
public enum CancelFault implements Fault {
    /** 405: the provider has no such call. */
    CANCEL_REFUSED(Traits.always("cancel-refused")),
    /** 200, and the job goes on. */
    CANCEL_IGNORED(Traits.always("cancel-ignored")),
    /** Even a job that is worked on is given up, and not charged. */
    CANCEL_WHILE_PROCESSING(Traits.always("cancel-while-processing"));

    private final Traits traits;

    CancelFault(Traits traits) {
        this.traits = traits;
    }

    @Override
    public Traits traits() {
        return traits;
    }

    @Override
    public Door door() {
        return Door.CANCEL;
    }
}
