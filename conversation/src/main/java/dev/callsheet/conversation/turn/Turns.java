package dev.callsheet.conversation.turn;

import dev.callsheet.conversation.turn.TurnFact.Began;
import dev.callsheet.conversation.turn.TurnFact.Cut;
import dev.callsheet.conversation.turn.TurnFact.Parted;
import dev.callsheet.conversation.turn.TurnFact.Queued;
import dev.callsheet.conversation.turn.TurnFact.Skipped;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The order of a conversation's turns: one at a time, numbered from 1 without gaps, every input taken once and either
 * answered or told as skipped.
 *
 * <pre>
 * Free --said--> Taken(n+1)
 * Taken | Hushed --said, by policy--> Taken(n+1), turn n cut; otherwise the words wait
 * Taken --speech began, by policy--> Hushed --speech dropped--> Taken
 * Taken | Hushed --done | interrupt--> Taken(n+1) with what waits, or Free
 * Taken by the house itself --said | speech began | interrupt--> as it was: what it has to say is said to its end
 * Taken --farewell--> Finishing --done | interrupt--> Parting(n+1) --done | interrupt--> Closed
 * any --close--> Closed
 * </pre>
 *
 * @param last the number of the present turn, or of the last one
 * @param waiting accepted, in the order in which they came
 */
public record Turns(TurnRules rules, int last, Floor floor, List<Input> waiting, Seen seen) {
    public static final String QUEUE_FULL = "turn.queue_full";
    public static final String KNOWN = "turn.known";
    public static final String ENDING = "session.ending";
    public static final String ENDED = "session.ended";

    public Turns {
        waiting = List.copyOf(waiting);
    }

    /** The next state and what follows from it. */
    public record Step(Turns next, List<TurnFact> facts) {
        public Step {
            facts = List.copyOf(facts);
        }
    }

    /**
     * Where a conversation begins or goes on.
     *
     * @param open the inputs of turn {@code last} if it is under way; null if it has ended
     * @param known ids of inputs that were taken before
     */
    public static Step open(
            TurnRules rules, int last, @Nullable List<Input> open, List<Input> waiting, Set<String> known) {
        var seen = Seen.of(known).and(waiting).and(open == null ? List.of() : open);
        if (open != null) {
            return new Step(new Turns(rules, last, new Floor.Taken(open), waiting, seen), List.of());
        }
        return new Turns(rules, last, new Floor.Free(), waiting, seen).following(List.of());
    }

    /** The decision about one signal. */
    public Step next(TurnSignal signal) {
        return switch (signal) {
            case TurnSignal.Said(Input input) -> said(input);
            case TurnSignal.Known(String inputId) -> known(inputId);
            case TurnSignal.Interrupt _ -> interrupted();
            case TurnSignal.SpeechBegan _ ->
                floor instanceof Floor.Taken(List<Input> inputs)
                                && rules.policy() == TurnPolicy.INTERRUPT
                                && !houseSpeaks()
                        ? new Step(with(new Floor.Hushed(inputs)), List.of(new TurnFact.Hushed(last)))
                        : stay();
            case TurnSignal.SpeechDropped _ ->
                floor instanceof Floor.Hushed(List<Input> inputs)
                        ? new Step(with(new Floor.Taken(inputs)), List.of(new TurnFact.Resumed(last)))
                        : stay();
            case TurnSignal.Done(int turn) -> turn == last ? over(List.of()) : stay();
            case TurnSignal.Farewell(Input farewell) -> farewell(farewell);
            case TurnSignal.Close _ -> close();
        };
    }

    /** Nothing is under way and nothing waits. */
    public boolean idle() {
        return waiting.isEmpty() && (floor instanceof Floor.Free || floor instanceof Floor.Closed);
    }

    private Step said(Input input) {
        if (seen.has(input.inputId())) {
            return stay();
        }
        var aware = new Turns(rules, last, floor, waiting, seen.and(List.of(input)));
        var accepted = new TurnFact.Accepted(input);
        return switch (floor) {
            case Floor.Free _ -> aware.begin(List.of(input), List.of(accepted));
            case Floor.Taken _, Floor.Hushed _ -> {
                if (rules.cuts(input) && !houseSpeaks()) {
                    yield aware.begin(List.of(input), List.of(accepted, new Cut(last)));
                }
                if (waiting.size() >= rules.waiting()) {
                    yield new Step(aware, List.of(new Skipped(input, QUEUE_FULL)));
                }
                var longer = new ArrayList<>(waiting);
                longer.add(input);
                yield new Step(aware.with(longer), List.of(accepted, new Queued(input, longer.size())));
            }
            case Floor.Finishing _, Floor.Parting _ -> new Step(aware, List.of(new Skipped(input, ENDING)));
            case Floor.Closed _ -> new Step(aware, List.of(new Skipped(input, ENDED)));
        };
    }

    /** What the house itself has to say, as that the avatar is an AI, is said to its end. */
    private boolean houseSpeaks() {
        return floor instanceof Floor.Taken(List<Input> inputs)
                && inputs.stream().anyMatch(input -> input.origin() == Origin.SYSTEM);
    }

    private Step known(String inputId) {
        for (Input input : waiting) {
            if (input.inputId().equals(inputId)) {
                var others = new ArrayList<>(waiting);
                others.remove(input);
                return new Step(with(others), List.of(new Skipped(input, KNOWN)));
            }
        }
        return floor instanceof Floor.Taken(List<Input> inputs)
                        && inputs.size() == 1
                        && inputs.getFirst().inputId().equals(inputId)
                ? over(List.of(new Cut(last)))
                : stay();
    }

    private Step interrupted() {
        return switch (floor) {
            case Floor.Taken _, Floor.Hushed _, Floor.Finishing _, Floor.Parting _ ->
                houseSpeaks() ? stay() : over(List.of(new Cut(last)));
            case Floor.Free _, Floor.Closed _ -> stay();
        };
    }

    /** The present turn is over: what comes now. */
    private Step over(List<TurnFact> facts) {
        return switch (floor) {
            case Floor.Taken _, Floor.Hushed _ -> with(new Floor.Free()).following(facts);
            case Floor.Finishing(Input farewell) -> part(farewell, facts);
            case Floor.Parting _ -> part(null, facts);
            case Floor.Free _, Floor.Closed _ -> stay();
        };
    }

    private Step farewell(@Nullable Input farewell) {
        var facts = skipped(ENDING);
        var alone = with(List.of());
        return switch (floor) {
            case Floor.Free _ -> alone.part(farewell, facts);
            case Floor.Taken _ -> {
                facts.add(new TurnFact.Finishing(last));
                yield new Step(alone.with(new Floor.Finishing(farewell)), facts);
            }
            case Floor.Hushed _ -> {
                facts.add(new Cut(last));
                yield alone.part(farewell, facts);
            }
            case Floor.Finishing _, Floor.Parting _ -> stay();
            case Floor.Closed _ -> new Step(this, List.of(new Parted()));
        };
    }

    private Step part(@Nullable Input farewell, List<TurnFact> before) {
        var facts = new ArrayList<>(before);
        if (farewell == null) {
            facts.add(new Parted());
            return new Step(with(new Floor.Closed()), facts);
        }
        var inputs = List.of(farewell);
        facts.add(new Began(last + 1, inputs));
        return new Step(new Turns(rules, last + 1, new Floor.Parting(), waiting, seen), facts);
    }

    private Step close() {
        var facts = new ArrayList<TurnFact>();
        switch (floor) {
            case Floor.Taken _, Floor.Hushed _, Floor.Finishing _, Floor.Parting _ -> facts.add(new Cut(last));
            case Floor.Free _, Floor.Closed _ -> {}
        }
        facts.addAll(skipped(ENDED));
        return new Step(with(new Floor.Closed()).with(List.of()), facts);
    }

    /** Begins what waits, if the floor is free. */
    private Step following(List<TurnFact> before) {
        if (waiting.isEmpty()) {
            return new Step(this, before);
        }
        int together = 1;
        boolean merge =
                rules.policy() == TurnPolicy.MERGE && !waiting.getFirst().verbatim();
        while (merge && together < waiting.size() && !waiting.get(together).verbatim()) {
            together++;
        }
        var later = waiting.subList(together, waiting.size());
        return with(later).begin(waiting.subList(0, together), before);
    }

    private Step begin(List<Input> inputs, List<TurnFact> before) {
        var facts = new ArrayList<>(before);
        facts.add(new Began(last + 1, inputs));
        return new Step(new Turns(rules, last + 1, new Floor.Taken(inputs), waiting, seen), facts);
    }

    private List<TurnFact> skipped(String reason) {
        var facts = new ArrayList<TurnFact>();
        waiting.forEach(input -> facts.add(new Skipped(input, reason)));
        return facts;
    }

    private Turns with(Floor next) {
        return new Turns(rules, last, next, waiting, seen);
    }

    private Turns with(List<Input> inputs) {
        return new Turns(rules, last, floor, inputs, seen);
    }

    private Step stay() {
        return new Step(this, List.of());
    }
}
