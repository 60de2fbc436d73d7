package dev.callsheet.requestapi.inbound;

import dev.callsheet.contracts.Problem;
import dev.callsheet.contracts.Violation;
import dev.callsheet.media.MediaRefused;
import dev.callsheet.requestapi.domain.MediaEntry;
import java.io.IOException;
import java.util.List;

/** What goes wrong with media, as answers. */
final class MediaProblems {
    private static final int RETRY_AFTER_SECONDS = 5;

    private MediaProblems() {}

    static ProblemException unknown() {
        return new ProblemException(
                Problem.of(404, "media.unknown", "No such medium", "This tenant has no medium of that id."));
    }

    static ProblemException unclear(List<Violation> violations) {
        return new ProblemException(Problem.of(
                422,
                "media.invalid",
                "The body asks neither for an upload nor for an address",
                "Send {type, bytes, sha256} for an upload or {uri} for an address, each with a name if you like; see errors.",
                violations));
    }

    static ProblemException notUploaded(MediaEntry entry) {
        return new ProblemException(Problem.of(
                409,
                "media.not_uploaded",
                "Nothing was uploaded yet",
                "PUT the file to the granted address before " + entry.expiresAt()
                        + ", or POST /v1/media again for a new one."));
    }

    static ProblemException refused(MediaRefused refused) {
        String reason = String.valueOf(refused.getMessage());
        return new ProblemException(Problem.of(
                422,
                "media.refused",
                "The medium cannot be taken from that address",
                reason,
                List.of(new Violation(
                        refused.code(),
                        "/uri",
                        null,
                        null,
                        refused.passing() ? "try again later, or upload it" : reason))));
    }

    static ProblemException busy() {
        return new ProblemException(
                Problem.of(503, "service.busy", "Too many media at once", "Send the same again after Retry-After."),
                RETRY_AFTER_SECONDS,
                null);
    }

    static ProblemException away(IOException cause) {
        return new ProblemException(
                Problem.of(
                        503,
                        "service.unavailable",
                        "A part of the service is away",
                        "The object store does not answer. Send the same again; nothing is done twice."),
                RETRY_AFTER_SECONDS,
                cause);
    }
}
