package dev.callsheet.corridor;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/** What may go at the same time: in each turn at most one of a key, and of each key in its order. */
final class Turns {
    private Turns() {}

    static <T> List<List<T>> of(List<T> all, Function<T, String> key) {
        List<List<T>> turns = new ArrayList<>();
        Map<String, Integer> next = new HashMap<>();
        for (T one : all) {
            int turn = next.merge(key.apply(one), 1, Integer::sum) - 1;
            if (turn == turns.size()) {
                turns.add(new ArrayList<>());
            }
            turns.get(turn).add(one);
        }
        return turns;
    }
}
