package dev.callsheet.stack.door;

import com.fasterxml.jackson.databind.JsonNode;
import dev.callsheet.contracts.RequestId;
import dev.callsheet.stack.StackFailure;
import java.time.Duration;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** Watches a request; a front desk that is away for a while is waited for. */
public final class Follower {
    private final FrontDesk desk;
    private final RequestId id;
    private final Consumer<JsonNode> news;
    private final Consumer<JsonNode> looks;
    private final Set<String> seen = new HashSet<>();

    /** @param news gets each new entry of the request's history */
    public Follower(FrontDesk desk, RequestId id, Consumer<JsonNode> news) {
        this(desk, id, news, _ -> {});
    }

    /** @param looks gets the whole request at each look, after its news */
    public Follower(FrontDesk desk, RequestId id, Consumer<JsonNode> news, Consumer<JsonNode> looks) {
        this.desk = desk;
        this.id = id;
        this.news = news;
        this.looks = looks;
    }

    /** Waits until the request has ended, a live session is offered, or a person's word is waited for. @throws StackFailure if that takes too long */
    public JsonNode untilEnded(Duration limit) {
        return until(
                request -> request.path("ended").asBoolean()
                        || request.path("state").asText().equals("offered")
                        || request.path("state").asText().equals("held"),
                limit);
    }

    private JsonNode until(Predicate<JsonNode> enough, Duration limit) {
        long end = System.nanoTime() + limit.toNanos();
        @Nullable JsonNode last = null;
        while (System.nanoTime() < end) {
            Optional<JsonNode> now = look();
            if (now.isPresent()) {
                last = now.get();
                tell(last);
                looks.accept(last);
                if (enough.test(last)) {
                    return last;
                }
            }
            Patience.rest();
        }
        String state = last == null
                ? "not known at the front desk"
                : "in state " + last.path("state").asText();
        throw new StackFailure("request " + id + " has not ended after " + limit.toSeconds() + " s; it is " + state);
    }

    private Optional<JsonNode> look() {
        try {
            return desk.find(id);
        } catch (Unanswered e) {
            return Optional.empty();
        }
    }

    private void tell(JsonNode request) {
        for (JsonNode entry : request.path("history")) {
            if (seen.add(entry.path("id").asText())) {
                news.accept(entry);
            }
        }
    }
}
