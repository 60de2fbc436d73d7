package dev.callsheet.conversation.pipeline;

import static org.assertj.core.api.Assertions.assertThat;

import dev.callsheet.conversation.line.LanguageModel.Words;
import dev.callsheet.conversation.turn.History;
import dev.callsheet.conversation.turn.Input;
import dev.callsheet.conversation.turn.TurnRecord;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A journal that holds its writer to the contract. */
final class MemoryJournal implements TurnJournal {
    final Map<String, Input> accepted = new LinkedHashMap<>();
    final Map<String, String> skipped = new LinkedHashMap<>();
    final Map<String, Integer> answered = new HashMap<>();
    final Map<Integer, TurnRecord> ended = new LinkedHashMap<>();
    final Map<Integer, List<String>> sentences = new HashMap<>();
    private final List<Words> history = new ArrayList<>();
    private int last;
    private @Nullable List<Input> open;
    private int spoken;
    private boolean written;

    /** The number of the last turn that began. */
    int last() {
        return last;
    }

    @Override
    public Left open() {
        var waiting = accepted.values().stream()
                .filter(input -> !answered.containsKey(input.inputId()) && !skipped.containsKey(input.inputId()))
                .toList();
        var turn = open == null
                ? null
                : new OpenTurn(last, open, sentences.getOrDefault(last, List.of()), spoken, written);
        var known = new HashSet<>(accepted.keySet());
        known.addAll(skipped.keySet());
        return new Left(last, history, turn, waiting, known);
    }

    @Override
    public boolean accepted(Input input) {
        return !skipped.containsKey(input.inputId()) && accepted.putIfAbsent(input.inputId(), input) == null;
    }

    @Override
    public void skipped(Input input, String reason) {
        assertThat(skipped.put(input.inputId(), reason)).isNull();
        assertThat(answered).doesNotContainKey(input.inputId());
    }

    @Override
    public void began(int turn, List<Input> inputs, Instant at) {
        assertThat(turn).isEqualTo(last + 1);
        assertThat(open).isNull();
        last = turn;
        open = List.copyOf(inputs);
        spoken = 0;
        written = false;
        inputs.forEach(input -> assertThat(answered.put(input.inputId(), turn)).isNull());
    }

    @Override
    public void sentence(int turn, int index, String text) {
        assertThat(turn).isEqualTo(last);
        var known = sentences.computeIfAbsent(turn, _ -> new ArrayList<>());
        assertThat(index).isEqualTo(known.size());
        known.add(text);
    }

    @Override
    public void written(int turn) {
        assertThat(turn).isEqualTo(last);
        written = true;
    }

    @Override
    public void spoken(int turn, int before) {
        assertThat(turn).isEqualTo(last);
        assertThat(before).isGreaterThanOrEqualTo(spoken);
        spoken = before;
    }

    @Override
    public void ended(TurnRecord turn) {
        assertThat(turn.number()).isEqualTo(last);
        assertThat(ended.put(turn.number(), turn)).isNull();
        history.addAll(History.words(turn));
        open = null;
    }
}
