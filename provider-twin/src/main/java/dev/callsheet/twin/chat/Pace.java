package dev.callsheet.twin.chat;

import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import java.time.Duration;
import java.util.List;

/** When the pieces of an answer come. @param first before the first @param between before each other one */
public record Pace(Duration first, Duration between) {

    /** The same, later by that. */
    public Pace later(Duration by) {
        return new Pace(first.plus(by), between);
    }

    /** The pieces, each at its time. */
    public <T> Multi<T> of(List<T> pieces) {
        return Multi.createFrom()
                .range(0, pieces.size())
                .onItem()
                .transformToUniAndConcatenate(i -> after(i == 0 ? first : between, pieces.get(i)));
    }

    private static <T> Uni<T> after(Duration delay, T piece) {
        var now = Uni.createFrom().item(piece);
        return delay.isZero() ? now : now.onItem().delayIt().by(delay);
    }

    /** Ends after that time without a piece. */
    public static <T> Multi<T> silence(Duration time) {
        return Uni.createFrom()
                .voidItem()
                .onItem()
                .delayIt()
                .by(time)
                .onItem()
                .transformToMulti(nothing -> Multi.createFrom().empty());
    }
}
