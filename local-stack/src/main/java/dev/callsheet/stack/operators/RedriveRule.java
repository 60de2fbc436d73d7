package dev.callsheet.stack.operators;

import dev.callsheet.contracts.Control;
import dev.callsheet.contracts.Topics;
import dev.callsheet.contracts.Work;
import dev.callsheet.stack.door.HistoryLine;
import dev.callsheet.stack.operators.Ledgers.Known;
import java.util.Optional;
import java.util.Set;

/** Whether a dead letter is to be produced again. Pure. */
final class RedriveRule {
    /** What only counts or is remembered: it may come late, also of a request that has ended. */
    private static final Set<String> FREE = Set.of(
            Work.Unmade.TYPE,
            Work.Ruled.TYPE,
            Work.Enrolment.TYPE,
            Work.Withdrawal.TYPE,
            Control.Approve.TYPE,
            Control.Reject.TYPE);

    private RedriveRule() {}

    /** What becomes of a dead letter. */
    sealed interface Fate {
        /** It goes back to its topic. */
        record Again() implements Fate {}

        /** It is dealt with for good: money was or may be spent on it already. Nothing overrides this. */
        record Paid(String why) implements Fate {}

        /** It stays for another time, or for {@code --force}. */
        record Left(String why) implements Fate {}
    }

    /** @param known what the ledgers say of its request @param force produces again what would only fail again */
    static Fate of(DeadLetter letter, Optional<Known> known, boolean force) {
        Fate fate = decide(letter, known);
        return force && fate instanceof Fate.Left ? new Fate.Again() : fate;
    }

    private static Fate decide(DeadLetter letter, Optional<Known> known) {
        if (letter.unreadable() != null) {
            return new Fate.Left("it still cannot be read, " + letter.unreadable());
        }
        if (letter.type() != null && FREE.contains(letter.type())) {
            return new Fate.Again();
        }
        String topic = letter.topic();
        if (topic.startsWith(Topics.TURNS_PREFIX)) {
            return new Fate.Left("what was said in a conversation has had its moment");
        }
        if (topic.startsWith(Topics.CONTROL_PREFIX)) {
            return known.filter(Known::ended)
                    .<Fate>map(request -> new Fate.Left("there is nothing to stop, " + words(request)))
                    .orElse(new Fate.Again());
        }
        boolean spends = topic.startsWith(Topics.REQUESTS_PREFIX) || topic.startsWith("callsheet.work.");
        boolean measures = topic.equals(Topics.WORK_SCORING) || topic.equals(Topics.FACTS);
        if (spends && !measures) {
            return known.<Fate>map(request -> new Fate.Paid(words(request))).orElse(new Fate.Again());
        }
        // A measurement may lead to a retake, but not any more once the request has ended.
        return known.filter(Known::ended)
                .<Fate>map(request -> new Fate.Paid(words(request)))
                .orElse(new Fate.Again());
    }

    private static String words(Known request) {
        String money = HistoryLine.dollars(request.settledMicros()) + " settled"
                + (request.openMicros() > 0 ? ", " + HistoryLine.dollars(request.openMicros()) + " open" : "");
        return request.ended()
                ? "request already " + request.state() + " at " + request.worker() + ", " + money
                : "request already at work at " + request.worker() + ", " + money;
    }
}
