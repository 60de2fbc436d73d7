package dev.callsheet.requestapi.inbound;

import dev.callsheet.contracts.Problem;
import org.jspecify.annotations.Nullable;

/** An answer that is a problem document. */
public final class ProblemException extends RuntimeException {
    private final transient Problem problem;
    private final int retryAfterSeconds;

    public ProblemException(Problem problem) {
        this(problem, 0, null);
    }

    /** @param retryAfterSeconds when to try again; 0 for a problem that will not pass */
    public ProblemException(Problem problem, int retryAfterSeconds, @Nullable Throwable cause) {
        super(problem.detail(), cause);
        this.problem = problem;
        this.retryAfterSeconds = retryAfterSeconds;
    }

    Problem problem() {
        return problem;
    }

    int retryAfterSeconds() {
        return retryAfterSeconds;
    }

    static ProblemException unknownRequest() {
        return new ProblemException(
                Problem.of(404, "request.unknown", "No such request", "This tenant has no request of that id."));
    }
}
