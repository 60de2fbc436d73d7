package dev.callsheet.conversation.plan;

import dev.callsheet.contracts.DerivedId;
import dev.callsheet.contracts.SessionId;
import dev.callsheet.conversation.turn.Input;
import dev.callsheet.conversation.turn.Origin;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * What comes next in a session with a plan. Pure: the same situation gives the same step, in any process, so that a
 * session goes on where it stood. A point's input has a derived id: told again after a crash, it is said once.
 *
 * <p>In this order: the plan's end; quiet hours; comments, once there was a breath of silence; a talking point, once the
 * plan's gap of silence is over. The first point waits for a breath only.
 */
public final class Programme {
    /** Between the end of an answer and what follows by itself. */
    static final Duration BREATH = Duration.ofSeconds(1);

    private static final Pattern POSITION = Pattern.compile("(\\d{1,9})\\.(\\d{1,9})");

    private final SessionId session;
    private final @Nullable SessionPlan plan;

    /** @param plan null for a session without one: only comments have a turn */
    public Programme(SessionId session, @Nullable SessionPlan plan) {
        this.session = session;
        this.plan = plan;
    }

    public Step next(Situation situation) {
        Instant now = situation.now();
        if (plan != null && plan.over(now)) {
            return new Step.End();
        }
        var rest = plan == null ? null : plan.restingUntil(now).orElse(null);
        if (situation.resting()) {
            return rest == null ? new Step.Wake() : new Step.Nothing();
        }
        if (rest != null) {
            // Nobody is woken up only to be told that it is over.
            return plan.over(rest) ? new Step.End() : new Step.Rest(rest);
        }
        Instant idleSince = situation.idleSince();
        if (idleSince == null || now.isBefore(idleSince.plus(BREATH))) {
            return new Step.Nothing();
        }
        if (situation.commentsWaiting() > 0) {
            return new Step.Answer();
        }
        return plan == null ? new Step.Nothing() : point(plan, situation, idleSince);
    }

    private Step point(SessionPlan of, Situation situation, Instant idleSince) {
        int size = of.talkingPoints().size();
        boolean first = situation.position().isEmpty();
        if (size == 0 || !first && situation.now().isBefore(idleSince.plus(of.idleGap()))) {
            return new Step.Nothing();
        }
        var place = Place.read(situation.position());
        // A plan may have become shorter since.
        if (place.index() >= size) {
            place = new Place(place.round() + 1, 0);
        }
        if (place.round() > 0 && !of.repeat()) {
            return new Step.Nothing();
        }
        var point = of.talkingPoints().get(order(of, place.round()).get(place.index()));
        String id = "point-" + DerivedId.of("point", session.toString(), place.toString());
        var input = new Input(id, point.text(), Origin.SCRIPT, null, point.verbatim(), situation.now(), null);
        return new Step.Say(input, place.next(size).toString());
    }

    /** Shuffled by session and round: a process that takes over knows the same order. */
    private List<Integer> order(SessionPlan of, int round) {
        List<Integer> order = new ArrayList<>(
                IntStream.range(0, of.talkingPoints().size()).boxed().toList());
        if (of.order() == SessionPlan.Order.SHUFFLED) {
            var seed = DerivedId.of("round", session.toString(), Integer.toString(round));
            Collections.shuffle(order, new Random(seed.getMostSignificantBits()));
        }
        return order;
    }

    /** Which point is next. */
    private record Place(int round, int index) {
        static Place read(String position) {
            var parts = POSITION.matcher(position);
            return parts.matches()
                    ? new Place(Integer.parseInt(parts.group(1)), Integer.parseInt(parts.group(2)))
                    : new Place(0, 0);
        }

        Place next(int size) {
            return index + 1 < size ? new Place(round, index + 1) : new Place(round + 1, 0);
        }

        @Override
        public String toString() {
            return round + "." + index;
        }
    }
}
