package dev.callsheet.conversation.pipeline;

import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.ShrinkingMode;
import net.jqwik.api.lifecycle.AddLifecycleHook;

/**
 * Whatever is said, cut, lost, repeated and late, in whatever order: nothing of an older turn is given to an avatar after
 * an interrupt, nothing is lost, nothing is said twice but what was in flight, and it always comes to an end.
 */
class ConversationProperties {
    @Property(tries = 1500)
    void aWorldWithoutFaultsIsInOrder(@ForAll long seed, @ForAll("schedules") List<Integer> moves) {
        new World(seed, false).play(moves);
    }

    @Property(tries = 1500)
    void aWorldFullOfFaultsIsInOrder(@ForAll long seed, @ForAll("schedules") List<Integer> moves) {
        new World(seed, true).play(moves);
    }

    @Property(tries = 100_000, shrinking = ShrinkingMode.BOUNDED)
    @AddLifecycleHook(LongRun.class)
    void aHundredThousandSchedulesAreInOrder(@ForAll long seed, @ForAll("schedules") List<Integer> moves) {
        new World(seed, seed % 3 != 0).play(moves);
    }

    @Provide
    Arbitrary<List<Integer>> schedules() {
        return Arbitraries.integers().between(0, 999).withoutEdgeCases().list().ofMaxSize(25);
    }
}
