package dev.callsheet.requestapi.domain.trace;

import dev.callsheet.contracts.Fact;
import dev.callsheet.requestapi.domain.Story;
import dev.callsheet.requestapi.domain.Told;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A request's history as bars: what was done is between what was told. */
public final class FactBars {
    private static final String ROOT = "request";

    private final List<Bar> bars = new ArrayList<>();
    private final Map<String, Instant> since = new HashMap<>();
    private final Map<String, Integer> attempts = new HashMap<>();

    private FactBars() {}

    /** @param fallback when the request came, if its history does not say */
    public static List<Bar> of(Story story, Instant fallback) {
        List<Told> told = story.told().stream()
                .sorted(java.util.Comparator.comparing(Told::at))
                .toList();
        Instant began = told.isEmpty() ? fallback : told.getFirst().at();
        Instant ended = told.isEmpty() ? fallback : told.getLast().at();
        var made = new FactBars();
        made.bars.add(bar(ROOT, null, "request-api", "request", "door", began, ended, false, null, null));
        for (Told entry : told) {
            entry.fact().ifPresent(fact -> made.add(fact, entry, began));
        }
        return made.bars;
    }

    private void add(Fact fact, Told told, Instant began) {
        switch (fact) {
            case Fact.RequestRouted routed ->
                room(
                        "routing",
                        told,
                        ROOT,
                        "scenario-router",
                        "route",
                        began,
                        false,
                        routed.decision().rule(),
                        null);
            case Fact.RequestRejected rejected ->
                room(
                        "routing",
                        told,
                        ROOT,
                        "scenario-router",
                        "route",
                        began,
                        true,
                        rejected.decision().rule(),
                        null);
            case Fact.OfTake take -> take(take, told);
            case Fact.OfRequest _ -> end(told);
            case Fact.OfSession _ -> point(told, "session");
            case Fact.OfCharacter _, Fact.CampaignScored _ -> {
                // of no single request
            }
        }
    }

    private void take(Fact.OfTake fact, Told told) {
        String take = fact.takeId().toString();
        switch (fact) {
            case Fact.TakeQueued queued -> {
                attempts.put(take, queued.attempt());
                since.put(take, told.at());
                bars.add(bar(
                        take,
                        ROOT,
                        told.source(),
                        "take",
                        "take",
                        told.at(),
                        told.at(),
                        false,
                        "take " + queued.attempt() + ", " + queued.model(),
                        queued.attempt()));
            }
            case Fact.TakeRendering _ -> stage(take, told, "queue", "queue", false, null);
            case Fact.TakeRequeued _ -> stage(take, told, "render", "render", true, "back into the queue");
            case Fact.TakeFinished finished -> {
                Instant from = since.getOrDefault(take, told.at());
                Instant rendered = from.plusMillis(finished.renderMs());
                Instant ended = rendered.isAfter(told.at()) ? told.at() : rendered;
                stage(
                        take,
                        new Told(told.eventId() + "r", told.type(), told.source(), ended, null, told.data()),
                        "render",
                        "render",
                        false,
                        null);
                stage(take, told, "fetch", "fetch and store", false, null);
                stretch(take, told.at(), false);
            }
            case Fact.ClipScored scored ->
                stage(take, told, "scoring", "score clip", false, scored.score().verdict());
            case Fact.TakeFailed failed -> {
                stage(take, told, "render", "render", true, failed.code());
                stretch(take, told.at(), true);
            }
            case Fact.TakeCancelled _ -> stretch(take, told.at(), false);
            case Fact.TakeUnsure _, Fact.TakeWedged _ -> stage(take, told, "render", "render", true, word(told));
            case Fact.TakeForecast _, Fact.TakeUnstoppable _, Fact.ClipRuled _, Fact.RequestHeld _ -> {
                // says nothing of what took its time
            }
        }
    }

    private void stage(String take, Told told, String room, String name, boolean failed, @Nullable String what) {
        Instant from = since.getOrDefault(take, told.at());
        bars.add(bar(
                told.eventId(),
                bars.stream().anyMatch(bar -> bar.id().equals(take)) ? take : ROOT,
                told.source(),
                name,
                room,
                from,
                told.at(),
                failed,
                what,
                attempts.get(take)));
        since.put(take, told.at());
    }

    private void room(
            String room,
            Told told,
            String parent,
            String service,
            String name,
            Instant from,
            boolean failed,
            @Nullable String what,
            @Nullable Integer attempt) {
        bars.add(bar(told.eventId(), parent, service, name, room, from, told.at(), failed, what, attempt));
    }

    private void end(Told told) {
        point(told, "projection");
    }

    private void point(Told told, String room) {
        bars.add(bar(
                told.eventId(),
                ROOT,
                told.source(),
                word(told),
                room,
                told.at(),
                told.at(),
                word(told).endsWith("failed"),
                null,
                null));
    }

    private void stretch(String take, Instant to, boolean failed) {
        bars.replaceAll(bar -> bar.id().equals(take)
                ? bar(
                        bar.id(),
                        bar.parent(),
                        bar.service(),
                        bar.name(),
                        bar.room(),
                        bar.startedAt(),
                        to,
                        failed,
                        bar.what(),
                        bar.attempt())
                : bar);
    }

    private static String word(Told told) {
        return told.type().replaceFirst("^dev\\.callsheet\\.", "").replaceFirst("\\.v\\d+$", "");
    }

    private static Bar bar(
            String id,
            @Nullable String parent,
            String source,
            String name,
            String room,
            Instant from,
            Instant to,
            boolean failed,
            @Nullable String what,
            @Nullable Integer attempt) {
        String service = source.substring(source.lastIndexOf('/') + 1);
        return new Bar(
                id,
                parent,
                service,
                name,
                room,
                from,
                Duration.between(from, to),
                failed,
                what,
                attempt,
                null,
                List.of());
    }
}
