package dev.callsheet.requestapi.domain;

import dev.callsheet.contracts.RequestId;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What one transaction of the projection has learnt that it did not know, to be counted once it is through.
 *
 * @param byKafka requests that came by a partner's record
 * @param repeats events that were known
 * @param endings of requests
 */
public record Learnt(List<RequestId> byKafka, int repeats, List<Ending> endings) {
    public Learnt {
        byKafka = List.copyOf(byKafka);
        endings = List.copyOf(endings);
    }

    /** @param route null for a request that was refused before it had one */
    public record Ending(RequestId request, @Nullable String route, String outcome, Duration took, Instant at) {

        /** What a request's last fact made of it; null for a story that is not at its end. */
        static @Nullable Ending of(RequestId request, Story story, Instant at) {
            String outcome = outcome(story.state());
            if (outcome == null) {
                return null;
            }
            String route = story.decision()
                    .flatMap(decision -> Optional.ofNullable(decision.route()))
                    .map(found -> found.wire())
                    .orElse(null);
            Duration took = Duration.between(story.createdAt().orElse(at), at);
            return new Ending(request, route, outcome, took, at);
        }

        private static @Nullable String outcome(State state) {
            return switch (state) {
                case COMPLETED, PARTLY, ENDED -> "completed";
                case FAILED -> "failed";
                case REJECTED -> "rejected";
                case CANCELLED -> "cancelled";
                case ACCEPTED,
                        ROUTED,
                        FANNED_OUT,
                        QUEUED,
                        UNSURE,
                        RENDERING,
                        WEDGED,
                        RENDERED,
                        HELD,
                        OFFERED,
                        WAITING,
                        LIVE,
                        PAUSED -> null;
            };
        }
    }

    /** @param fresh entries that were not known @param owners requests by aggregate @param stories as they read now */
    public static Learnt of(List<Entry> fresh, int repeats, Map<UUID, RequestId> owners, Map<UUID, Story> stories) {
        List<RequestId> byKafka = new ArrayList<>();
        List<Ending> endings = new ArrayList<>();
        for (Entry entry : fresh) {
            RequestId owner = owners.get(entry.aggregate());
            Story story = owner == null ? null : stories.get(owner.value());
            if (owner == null || story == null) {
                continue;
            }
            if (entry.told().isRequest()) {
                if (entry.told().isPartners()) {
                    byKafka.add(owner);
                }
            } else if (entry.told().endsItsRequest()) {
                Ending ending = Ending.of(owner, story, entry.told().at());
                if (ending != null) {
                    endings.add(ending);
                }
            }
        }
        return new Learnt(byKafka, repeats, endings);
    }
}
