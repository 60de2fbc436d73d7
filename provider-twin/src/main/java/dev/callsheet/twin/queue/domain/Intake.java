package dev.callsheet.twin.queue.domain;

import com.fasterxml.jackson.databind.JsonNode;
import dev.callsheet.twin.queue.domain.fault.AnswerFault;
import dev.callsheet.twin.queue.domain.fault.Blows;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Supplier;

/**
 * The decision about a submit, in the provider's order: model (404), payload (400), entitlement (404), requests of this
 * hour (429), then what fails by order (402, 429, 503, ...), accept. The key (401) is checked before.
 */
public sealed interface Intake {

    /** Not accepted. */
    record Refused(Refusal refusal) implements Intake {}

    /** Not accepted, and not answered either. */
    record Unheard() implements Intake {}

    /** Accepted, with the fate the job will have and the faults that concern it and its answer. */
    record Accepted(Model model, JobFate fate, Blows blows) implements Intake {}

    /**
     * The account as it is now.
     *
     * @param models the catalogue
     * @param entitled ids of the models it may use
     * @param pause asked once for each submit that is in order: how long until the next one is allowed, empty if now
     * @param strike asked for what strikes this submit, only if everything before it is in order
     */
    record Account(
            Function<String, Optional<Model>> models,
            Set<String> entitled,
            Supplier<Optional<Duration>> pause,
            Supplier<Blows> strike) {}

    /** Decides. */
    static Intake decide(String modelId, JsonNode payload, Account account) {
        var found = account.models().apply(modelId);
        if (found.isEmpty()) {
            return new Refused(Refusal.unknownModel(modelId));
        }
        var model = found.get();
        var bad = model.payloadFault(payload);
        if (bad.isPresent()) {
            return new Refused(Refusal.badPayload(bad.get()));
        }
        if (!account.entitled().contains(modelId)) {
            return new Refused(Refusal.notEntitled(modelId));
        }
        var pause = account.pause().get();
        return pause.isPresent()
                ? new Refused(Refusal.tooMany(pause.get()))
                : struck(model, payload, account.strike().get());
    }

    private static Intake struck(Model model, JsonNode payload, Blows blows) {
        var answer = blows.first(AnswerFault.class);
        if (answer.isPresent() && answer.get().fault() == AnswerFault.LOST_SUBMIT) {
            return new Unheard();
        }
        return answer.flatMap(Refusal::of)
                .<Intake>map(Refused::new)
                .orElseGet(
                        () -> new Accepted(model, JobFate.of(blows.ofTheJob(), model.upstreamFault(payload)), blows));
    }
}
