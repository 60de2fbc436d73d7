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

    /** It has not begun, is paused, or is over. */
    public static Refused notLive() {
        return new Refused(Problem.of(
                409, "session.not_live", "The session is not live", "It has not begun, is paused, or is over."));
    }

    public static Refused over() {
        return new Refused(Problem.of(409, "session.over", "The session is over", "Start another."));
    }

    /** A query parameter is not understood. */
    public static Refused question(Violation violation) {
        return new Refused(Problem.of(
                400,
                "request.invalid",
                "The question is not understood",
                "One parameter is wrong.",
                List.of(violation)));
    }

    public static Refused otherBody() {
        return new Refused(Problem.of(
                422,
                "idempotency.other_body",
                "The key was used for another request",
                "Use a new Idempotency-Key for a new session."));
    }

    /** The session's state does not allow it. */
    public static Refused notLive(String state) {
        return new Refused(Problem.of(
                409,
                "session.not_live",
                "The session is not live",
                "The session is " + state + ": that is not possible."));
    }

    /** Not even the first minute can be paid. */
    public static Refused budget() {
        return new Refused(Problem.of(
                422,
                "session.budget",
                "The budget is too small",
                "The first minute costs more than budgetUsd allows. Allow more, or nothing."));
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
