package dev.callsheet.requestapi.inbound;

import dev.callsheet.contracts.Decision;
import dev.callsheet.contracts.Fact;
import dev.callsheet.contracts.Json;
import dev.callsheet.contracts.Reason;
import dev.callsheet.contracts.RequestId;
import dev.callsheet.contracts.Route;
import dev.callsheet.contracts.SessionId;
import dev.callsheet.contracts.TenantId;
import dev.callsheet.requestapi.domain.SessionStory;
import dev.callsheet.requestapi.domain.State;
import dev.callsheet.requestapi.domain.Story;
import dev.callsheet.requestapi.domain.TakeStory;
import dev.callsheet.requestapi.domain.Told;
import dev.callsheet.requestapi.outbound.Batches;
import dev.callsheet.requestapi.outbound.RequestStore;
import dev.callsheet.requestapi.outbound.StoredObjects;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jspecify.annotations.Nullable;

/** From stories to what our answers show, with links that work for a while. */
@ApplicationScoped
class RequestViews {
    /** More are shown by the batch alone. */
    private static final int MOST_CHILDREN = 1_000;

    private final StoredObjects objects;
    private final Batches batches;
    private final String sessionsUrl;

    RequestViews(
            StoredObjects objects,
            Batches batches,
            @ConfigProperty(name = "callsheet.sessions.url") String sessionsUrl) {
        this.objects = objects;
        this.batches = batches;
        this.sessionsUrl = sessionsUrl;
    }

    RequestView of(TenantId tenant, RequestId requestId, RequestStore.Known known) {
        Story story = known.story();
        State state = known.state();
        Decision decision = story.decision().orElse(null);
        Route route = decision == null ? null : decision.route();
        boolean parent = !story.children().isEmpty();
        return new RequestView(
                requestId.toString(),
                tenant.value(),
                state.wire(),
                state.isFinal(),
                ProgressView.of(state, story.progress().orElse(null)).orElse(null),
                batches.parentOf(requestId).map(UUID::toString).orElse(null),
                story.door().orElse(null),
                route == null ? null : route.wire(),
                route == Route.R2V ? bound(decision) : null,
                decision,
                story.request().map(told -> Json.read(told.data())).orElse(null),
                story.takes().stream().map(take -> take(tenant, story, take)).toList(),
                story.clip().map(clip -> clip(tenant, clip)).orElse(null),
                story.score().map(score -> score(tenant, score)).orElse(null),
                story.verdict().orElse(null),
                story.failure()
                        .map(failed ->
                                new RequestView.Failure(failed.code(), failed.message(), some(failed.openMicros())))
                        .orElse(null),
                route == Route.AVATAR || story.session().isPresent() ? session(requestId, story) : null,
                story.ledger(),
                story.traceId().orElse(null),
                story.createdAt().orElse(null),
                story.updatedAt().orElse(null),
                parent
                        ? batches.members(requestId.value(), MOST_CHILDREN).stream()
                                .map(child -> child(child.id(), child.state()))
                                .toList()
                        : List.of(),
                story.told().stream().map(RequestViews::entry).toList(),
                RequestView.Links.of(requestId, parent));
    }

    private static @Nullable Long some(@Nullable Long micros) {
        return micros == null || micros == 0 ? null : micros;
    }

    private static RequestView.ChildView child(RequestId id, State state) {
        return new RequestView.ChildView(id.toString(), state.wire(), state.isFinal());
    }

    static RequestView.Entry entry(Told told) {
        return new RequestView.Entry(told.eventId(), told.type(), told.source(), told.at(), Json.read(told.data()));
    }

    private static boolean bound(@Nullable Decision decision) {
        return decision != null
                && decision.warnings().stream()
                        .noneMatch(warning -> warning.code().equals(Reason.UNBOUND_REFERENCE.name()));
    }

    private RequestView.TakeView take(TenantId tenant, Story story, TakeStory take) {
        return new RequestView.TakeView(
                take.takeId().toString(),
                take.attempt(),
                take.step().name().toLowerCase(Locale.ROOT),
                take.model().orElse(null),
                take.rendering().map(Fact.TakeRendering::providerId).orElse(null),
                take.finished()
                        .map(Fact.TakeFinished::queuedMs)
                        .or(() -> take.rendering().map(Fact.TakeRendering::queuedMs))
                        .orElse(null),
                take.finished().map(Fact.TakeFinished::renderMs).orElse(null),
                take.ledger(),
                take.finished().map(finished -> clip(tenant, finished.clip())).orElse(null),
                take.score().map(score -> score(tenant, score)).orElse(null),
                story.result().map(result -> result.equals(take.takeId())).orElse(null),
                take.ruling().orElse(null),
                take.failed()
                        .map(failed -> new RequestView.Failure(failed.code(), failed.message(), null))
                        .orElse(null),
                take.cancelAnswer().orElse(null));
    }

    private RequestView.ClipView clip(TenantId tenant, Fact.Clip clip) {
        return new RequestView.ClipView(
                clip.uri(),
                clip.bytes(),
                clip.seconds(),
                clip.width(),
                clip.height(),
                clip.sha256(),
                objects.link(tenant, clip.uri()),
                Instant.now().plus(objects.lifetime()));
    }

    private RequestView.ScoreView score(TenantId tenant, Fact.Score score) {
        Fact.Evidence evidence = score.evidence();
        return new RequestView.ScoreView(
                score,
                objects.link(tenant, score.report()),
                score.sheet() == null ? null : objects.link(tenant, score.sheet()),
                evidence == null ? null : objects.link(tenant, evidence.page()),
                evidence == null ? null : objects.link(tenant, evidence.frames()),
                evidence == null ? null : objects.link(tenant, evidence.curve()));
    }

    private RequestView.SessionView session(RequestId requestId, Story story) {
        SessionStory live = story.session().orElse(new SessionStory(SessionId.of(requestId), List.of()));
        String self = sessionsUrl + "/v1/sessions/" + live.sessionId();
        return new RequestView.SessionView(
                live.sessionId().toString(),
                story.state().wire(),
                live.avatarId().orElse(null),
                sessionsUrl + "/v1/sessions",
                self,
                "/live/?request=" + requestId,
                live.turns(),
                live.ended().map(Fact.SessionEnded::reason).orElse(null),
                live.ended().map(Fact.SessionEnded::liveMs).orElse(null));
    }
}
