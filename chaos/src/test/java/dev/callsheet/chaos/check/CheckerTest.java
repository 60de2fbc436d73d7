package dev.callsheet.chaos.check;

import static org.assertj.core.api.Assertions.assertThat;

import dev.callsheet.chaos.check.Violation.Kind;
import java.util.EnumSet;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Each violation is planted in books that are right, and only that one is found. */
class CheckerTest {
    @Test
    void booksThatAreRightPass() {
        assertThat(Checker.check(new Books().snapshot())).isEmpty();
    }

    @ParameterizedTest(name = "{0}: {1}")
    @MethodSource("dev.callsheet.chaos.check.Planted#all")
    void aPlantedViolationIsFoundAndNothingElse(Kind kind, String what, Consumer<Books> spoil) {
        Books books = new Books();

        spoil.accept(books);

        assertThat(Checker.check(books.snapshot()))
                .as(what)
                .singleElement()
                .extracting(Violation::kind)
                .isEqualTo(kind);
    }

    @Test
    void everyKindIsPlanted() {
        assertThat(Planted.all().map(planted -> planted.get()[0]).distinct().toList())
                .hasSameElementsAs(EnumSet.complementOf(EnumSet.copyOf(Violation.OF_THE_HOUSE)));
    }
}
