package dev.callsheet.twin.queue.domain.fault;

/** What may go wrong with writing to an upload slot. */
public enum UploadFault implements Fault {
    /** 403, as for a wrong signature. */
    UPLOAD_REFUSED(Traits.once("upload-refused")),
    /** 500. */
    UPLOAD_FAILED(Traits.once("upload-failed")),
    /** 400, as for a slot whose time is over. */
    UPLOAD_EXPIRED(Traits.once("upload-expired")),
    /** The connection is cut before anything is stored. */
    UPLOAD_CUT(Traits.once("upload-cut"));

    private final Traits traits;

    UploadFault(Traits traits) {
        this.traits = traits;
    }

    @Override
    public Traits traits() {
        return traits;
    }

    @Override
    public Door door() {
        return Door.UPLOAD;
    }
}
