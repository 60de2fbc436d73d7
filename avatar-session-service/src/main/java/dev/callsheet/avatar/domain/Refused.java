package dev.callsheet.avatar.domain;

import dev.callsheet.contracts.Problem;
import dev.callsheet.contracts.Violation;
import java.util.List;

/** A caller's wish that is not granted, with the document that says why. */
public final class Refused extends RuntimeException {
    private final Problem problem;

    public Refused(Problem problem) {
        super(problem.code() + ": " + problem.detail());
        this.problem = problem;
    }

    public Problem problem() {
        return problem;
    }

    public static Refused unknownSession() {
        return new Refused(Problem.of(404, "session.unknown", "No such session", "No session of yours has this id."));
    }

    public static Refused starting() {
        return new Refused(Problem.of(
                409, "session.starting", "The session is being started", "Another call starts it; ask again shortly."));
    }

    public static Refused otherBody() {
        return new Refused(Problem.of(
                422,
                "idempotency.other_body",
                "The key was used for another request",
                "Use a new Idempotency-Key for a new session."));
    }

    /** The provider said no. */
    public static Refused by(ProviderTrouble.Refused trouble) {
        int status = trouble.code().equals("provider.busy") ? 503 : 422;
        return new Refused(
                Problem.of(status, trouble.code(), "The provider refused the session", trouble.getMessage()));
    }

    /** The provider gave no clear answer; what it may have started is stopped. */
    public static Refused unclear() {
        return new Refused(Problem.of(
                503,
                "provider.unavailable",
                "The provider does not answer",
                "The session did not start and is being stopped at the provider. Try again with a new key."));
    }

    public static Refused fields(List<Violation> violations) {
        return new Refused(Problem.of(
                422,
                "request.invalid",
                "The request is not valid",
                violations.size() == 1 ? "One field is wrong." : violations.size() + " fields are wrong.",
                violations));
    }
}
