package dev.callsheet.twin.queue.domain.fault;

/** What may go wrong with fetching a clip. */
public enum ArtifactFault implements Fault {
    /** 403 for this address from now on; the next read of the job names a fresh one. */
    LINK_EXPIRED(Traits.once("link-expired")),
    /** 404 for this address from now on; the next read of the job names a fresh one. */
    LINK_GONE(Traits.once("link-gone")),
    /** 503. */
    ARTIFACT_UNAVAILABLE(Traits.once("artifact-unavailable")),
    /** Half of the bytes, and a Content-Length that says so: only the file itself shows it. */
    ARTIFACT_TRUNCATED(Traits.once("artifact-truncated")),
    /** The Content-Length of the whole, half of the bytes, and the connection is cut. */
    ARTIFACT_CUT(Traits.once("artifact-cut")),
    /** All bytes under a Content-Length of half of them. */
    LENGTH_TOO_SHORT(Traits.once("length-too-short")),
    /** All bytes under a Content-Length of 1000 more, and the connection is cut. */
    LENGTH_TOO_LONG(Traits.once("length-too-long")),
    /** The bytes as {@code text/html}. */
    ARTIFACT_WRONG_TYPE(Traits.once("artifact-wrong-type")),
    /** Other bytes, as many. */
    ARTIFACT_GARBAGE(Traits.once("artifact-garbage")),
    /** The bytes in a hundred pieces, spread over the length. */
    ARTIFACT_SLOW(Traits.once("artifact-slow").lasting(20));

    private final Traits traits;

    ArtifactFault(Traits traits) {
        this.traits = traits;
    }

    @Override
    public Traits traits() {
        return traits;
    }

    @Override
    public Door door() {
        return Door.ARTIFACT;
    }
}
