package dev.callsheet.requestapi.inbound.webhook;

import dev.callsheet.contracts.Problem;
import dev.callsheet.contracts.Violation;
import dev.callsheet.corridor.keys.KeyHolder;
import dev.callsheet.corridor.keys.Scope;
import dev.callsheet.requestapi.domain.webhook.WebhookState;
import dev.callsheet.requestapi.inbound.ProblemException;
import java.util.List;

/** What goes wrong with webhooks, as answers. */
final class WebhookProblems {
    private static final int RETRY_AFTER_SECONDS = 60;

    private WebhookProblems() {}

    static ProblemException unknown() {
        return new ProblemException(
                Problem.of(404, "webhook.unknown", "No such webhook", "This tenant has no webhook of that id."));
    }

    static ProblemException unknownDelivery() {
        return new ProblemException(Problem.of(
                404,
                "webhook.delivery_unknown",
                "No such delivery",
                "This webhook has no delivery of that id; old ones are cleared."));
    }

    static ProblemException invalid(List<Violation> violations) {
        return new ProblemException(
                Problem.of(422, "webhook.invalid", "The body has another form", "See errors.", violations));
    }

    static ProblemException address(String reason) {
        return new ProblemException(Problem.of(
                422,
                "webhook.address",
                "Nothing can be sent to this address",
                "field url: " + reason + ".",
                List.of(new Violation("webhook.address", "/url", null, "https, in the public network", reason))));
    }

    static ProblemException tooMany(int most) {
        return new ProblemException(Problem.of(
                409, "webhook.too_many", "There are enough webhooks", "Allowed are " + most + ". Delete one."));
    }

    static ProblemException otherBody(String first, String now) {
        return new ProblemException(Problem.of(
                422,
                "idempotency.other_body",
                "This key stands for another body",
                "header Idempotency-Key: the body's SHA-256 was " + first + ", now it is " + now
                        + ". Register with a new key, or PATCH the webhook."));
    }

    static ProblemException notActive(WebhookState state) {
        return new ProblemException(Problem.of(
                409,
                "webhook.not_active",
                "The webhook is not active",
                "state: found " + state + "; PATCH it to ACTIVE first."));
    }

    static ProblemException off() {
        return new ProblemException(
                Problem.of(
                        503,
                        "webhook.off",
                        "Webhooks are switched off",
                        "The operator has configured no key to seal secrets with."),
                RETRY_AFTER_SECONDS,
                null);
    }

    static ProblemException query(String name, String found, String allowed) {
        return new ProblemException(Problem.of(
                400,
                "webhook.query",
                "Not readable",
                "query " + name + ": found '" + found.substring(0, Math.min(80, found.length())) + "'; allowed is "
                        + allowed));
    }

    /** @throws ProblemException if the key has not the scope */
    static void require(KeyHolder holder, Scope scope) {
        if (!holder.scopes().contains(scope)) {
            throw new ProblemException(Problem.of(
                    403,
                    "auth.scope",
                    "The key may not do this",
                    "The key " + holder.keyId() + " lacks the scope " + scope.wire() + "."));
        }
    }
}
