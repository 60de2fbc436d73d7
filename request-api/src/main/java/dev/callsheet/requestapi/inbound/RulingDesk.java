package dev.callsheet.requestapi.inbound;

import com.fasterxml.jackson.databind.JsonNode;
import dev.callsheet.contracts.CloudEvent;
import dev.callsheet.contracts.Control;
import dev.callsheet.contracts.Decision;
import dev.callsheet.contracts.DerivedId;
import dev.callsheet.contracts.Json;
import dev.callsheet.contracts.Problem;
import dev.callsheet.contracts.RequestId;
import dev.callsheet.contracts.RequestIdentity;
import dev.callsheet.contracts.Route;
import dev.callsheet.contracts.Ruling;
import dev.callsheet.contracts.TakeId;
import dev.callsheet.contracts.TenantId;
import dev.callsheet.contracts.Topics;
import dev.callsheet.corridor.EventPublisher;
import dev.callsheet.requestapi.domain.RulingAsk;
import dev.callsheet.requestapi.domain.Story;
import dev.callsheet.requestapi.domain.TakeStory;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Takes a person's word on a clip: a control record for the worker, whose fact tells when it holds. */
@ApplicationScoped
class RulingDesk {
    private final Desk desk;
    private final EventPublisher publisher;

    RulingDesk(Desk desk, EventPublisher publisher) {
        this.desk = desk;
        this.publisher = publisher;
    }

    /**
     * The word is on the log.
     *
     * @param verdict the machine's; absent where nothing was measured yet
     */
    record Ruled(
            String id,
            String take,
            int attempt,
            Ruling.Word word,
            @Nullable String verdict,
            RequestView.Links links) {}

    /** @throws ProblemException if there is no such request or take, no clip yet, or nobody who could act on it */
    Ruled rule(TenantId tenant, RequestId id, Ruling.Word word, JsonNode body) {
        RulingAsk ask = RulingAsk.of(body);
        if (!ask.violations().isEmpty()) {
            throw new ProblemException(Problem.of(
                    422,
                    "ruling.invalid",
                    "The body is no ruling",
                    "Send nothing, or {take, by, reason}; see errors.",
                    ask.violations()));
        }
        Story story = desk.known(tenant, id).story();
        Optional<Route> route = story.decision().map(Decision::route);
        if (route.isPresent() && route.get() != Route.R2V) {
            throw conflict(
                    "ruling.route",
                    "Nothing is measured on this route",
                    "route: found " + route.get().wire() + "; people rule on clips of route " + Route.R2V.wire() + ".");
        }
        TakeStory take = take(story, ask.take());
        send(tenant, id, word, ask, take);
        return new Ruled(
                id.toString(),
                take.takeId().toString(),
                take.attempt(),
                word,
                take.score().map(score -> score.verdict()).orElse(null),
                RequestView.Links.of(id, false));
    }

    private static TakeStory take(Story story, @Nullable String named) {
        List<TakeStory> takes = story.takes();
        if (named == null) {
            return takes.stream()
                    .filter(RulingDesk::hasClip)
                    .reduce((_, later) -> later)
                    .orElseThrow(() -> conflict(
                            "ruling.no_clip",
                            "There is no clip yet",
                            "No take of this request has a clip to rule on."));
        }
        TakeStory take = takes.stream()
                .filter(each -> each.takeId().toString().equals(named)
                        || Integer.toString(each.attempt()).equals(named))
                .findFirst()
                .orElseThrow(() -> new ProblemException(Problem.of(
                        404,
                        "take.unknown",
                        "No such take",
                        "field take: found " + named + "; this request has "
                                + (takes.isEmpty() ? "no take yet." : "the takes 1 to " + takes.size() + "."))));
        if (!hasClip(take)) {
            throw conflict(
                    "ruling.no_clip",
                    "This take has no clip",
                    "Take " + take.attempt() + " is " + take.step().name().toLowerCase(Locale.ROOT) + ".");
        }
        return take;
    }

    private static boolean hasClip(TakeStory take) {
        return take.finished().isPresent();
    }

    private static ProblemException conflict(String code, String title, String detail) {
        return new ProblemException(Problem.of(409, code, title, detail));
    }

    private void send(TenantId tenant, RequestId id, Ruling.Word word, RulingAsk ask, TakeStory take) {
        TakeId takeId = take.takeId();
        Control control = switch (word) {
            case APPROVED -> new Control.Approve(id, takeId, ask.by(), ask.reason());
            case REJECTED -> new Control.Reject(id, takeId, ask.by(), ask.reason());
        };
        String type = switch (word) {
            case APPROVED -> Control.Approve.TYPE;
            case REJECTED -> Control.Reject.TYPE;
        };
        // The same word again is the same event; a mind that was changed in between makes it another.
        String turn = Long.toString(take.rulingsUnlike(word));
        publisher.publish(
                Topics.control(tenant),
                id.toString(),
                new CloudEvent(
                        DerivedId.of("ruling", takeId.toString(), word.name(), turn)
                                .toString(),
                        RequestIdentity.REST_SOURCE,
                        type,
                        id.toString(),
                        Instant.now(),
                        Map.of(),
                        Json.write(control)));
    }
}
