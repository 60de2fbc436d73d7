package dev.callsheet.twin.livekit;

/** A refusal of the room or egress service, in Twirp's words. */
final class TwirpTrouble extends RuntimeException {
    private static final long serialVersionUID = 1;

    private final Code code;

    TwirpTrouble(Code code, String message) {
        super(message);
        this.code = code;
    }

    /** Twirp's codes that are used here, with their HTTP status (Twirp protocol v7, "Error Codes"). */
    enum Code {
        BAD_ROUTE(404),
        MALFORMED(400),
        INVALID_ARGUMENT(400),
        NOT_FOUND(404),
        FAILED_PRECONDITION(412),
        UNAUTHENTICATED(401),
        PERMISSION_DENIED(403);

        private final int status;

        Code(int status) {
            this.status = status;
        }

        int status() {
            return status;
        }
    }

    Code code() {
        return code;
    }

    static TwirpTrouble notFound(String what) {
        return new TwirpTrouble(Code.NOT_FOUND, "requested " + what + " does not exist");
    }

    static TwirpTrouble invalid(String message) {
        return new TwirpTrouble(Code.INVALID_ARGUMENT, message);
    }
}
