package dev.callsheet.twin.queue.domain.fault;

import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * Which faults are armed, how often each magic word has struck, and the script. Kept in memory only: a restarted twin
 * is healthy. Thread-safe.
 */
public final class FaultBoard {

    private final Map<Fault, Armed> armed = new LinkedHashMap<>();
    private final Map<String, Integer> struck = new HashMap<>();
    private final Duration outage;
    private @Nullable ScriptRun script;

    /**
     * An empty board.
     *
     * @param outage how long the window lasts that a magic word {@code unavailable} opens
     */
    public FaultBoard(Duration outage) {
        this.outage = outage;
    }

    /**
     * A fault waiting for calls at its door.
     *
     * @param left calls it will still strike
     * @param until when it goes away by itself
     */
    public record Armed(Blow blow, int left, Instant until) {}

    /** Arms a fault for the next calls and until a time, whichever ends first. */
    public synchronized void arm(Armed next) {
        armed.put(next.blow().fault(), next);
    }

    /** The faults that wait at this moment, the longest armed first. */
    public synchronized List<Armed> armed(Instant now) {
        armed.values().removeIf(fault -> fault.left() <= 0 || !now.isBefore(fault.until()));
        return List.copyOf(armed.values());
    }

    /** Takes the place of the script before; its windows begin now. */
    public synchronized void load(Script next, Instant now) {
        script = new ScriptRun(next, now);
    }

    /** The script and what it did so far. */
    public synchronized Optional<ScriptView> script() {
        return Optional.ofNullable(script).map(ScriptRun::view);
    }

    /** Takes the script away. */
    public synchronized void unload() {
        script = null;
    }

    /** Takes every armed fault and the script away and forgets how often magic words struck. */
    public synchronized void clear() {
        armed.clear();
        struck.clear();
        script = null;
    }

    /**
     * What strikes this call: the prompt's own words first, then what is armed, then the script. A submit that is refused
     * uses up no fault of the job that it would have become.
     */
    public synchronized Blows strike(Call call, Instant now) {
        var found = new LinkedHashMap<String, Blow>();
        strike(call, now, fault -> !(fault instanceof JobFault), found);
        if (found.values().stream().noneMatch(FaultBoard::refuses)) {
            strike(call, now, JobFault.class::isInstance, found);
        }
        return found.isEmpty() ? Blows.NONE : new Blows(List.copyOf(found.values()));
    }

    private void strike(Call call, Instant now, Predicate<Fault> wanted, Map<String, Blow> found) {
        for (var word : FaultWord.in(call.prompt())) {
            if (wanted.test(word.blow().fault())) {
                spoken(word, call, now, found);
            }
        }
        for (var next : armed(now)) {
            var fault = next.blow().fault();
            if (fault.door() == call.door()
                    && wanted.test(fault)
                    && found.putIfAbsent(fault.slot(), next.blow()) == null) {
                arm(new Armed(next.blow(), next.left() - 1, next.until()));
            }
        }
        if (script != null) {
            script.strike(call, now, wanted, blow -> taken(blow, now, found));
        }
    }

    private void spoken(FaultWord word, Call call, Instant now, Map<String, Blow> found) {
        var fault = word.blow().fault();
        boolean here = fault.door() == call.door();
        // Lists and uploads carry no prompt: a submit's word waits for the next ones.
        boolean elsewhere = call.door() == Door.SUBMIT
                && (fault.door() == Door.LIST || fault.door() == Door.SLOT || fault.door() == Door.UPLOAD);
        var key = fault.word() + " " + call.subject();
        if (here && !found.containsKey(fault.slot()) && struck.merge(key, 1, Integer::sum) <= word.strikes()) {
            var lasts = fault == AnswerFault.UNAVAILABLE && !word.stated()
                    ? outage
                    : word.blow().lasts();
            taken(new Blow(fault, lasts, word.blow().amount()), now, found);
        } else if (elsewhere && struck.merge(key, 1, Integer::sum) == 1) {
            arm(new Armed(word.blow(), word.strikes(), now.plus(Traits.FOREVER)));
        }
    }

    /** An outage with a length strikes all submits until its end. */
    private boolean taken(Blow blow, Instant now, Map<String, Blow> found) {
        if (found.putIfAbsent(blow.fault().slot(), blow) != null) {
            return false;
        }
        if (blow.fault() == AnswerFault.UNAVAILABLE && !blow.lasts().isZero()) {
            arm(new Armed(blow, Traits.ALWAYS, now.plus(blow.lasts())));
        }
        return true;
    }

    private static boolean refuses(Blow blow) {
        return blow.fault() instanceof AnswerFault answer && answer.refuses();
    }
}
