package dev.callsheet.routing.decision;

import dev.callsheet.contracts.VideoRequest.Batch;
import dev.callsheet.contracts.VideoRequest.MediumType;
import dev.callsheet.contracts.VideoRequest.Output;
import dev.callsheet.contracts.VideoRequest.Role;
import java.util.Optional;

/** How many clips one request becomes: one for each picture, times the clips wanted of each. */
final class FanOut {
    /** More would not fit into one answer; a folder has its own limit. */
    static final int MOST_LISTED = 1_000;

    /** No render is as long; beyond it, sums of times would leave the calendar. */
    private static final double A_YEAR = 31_536_000;

    private FanOut() {}

    /** 1 or more. */
    static int clips(Question q) {
        int each = q.output().map(Output::clips).orElse(1);
        return Math.max(1, pictures(q) * each);
    }

    private static int pictures(Question q) {
        Batch batch = q.request().batch();
        if (batch != null) {
            return batch.count();
        }
        return perImage(q) ? Math.max(1, q.slots().of(Role.FIRST_FRAME).size()) : 1;
    }

    static boolean perImage(Question q) {
        return q.output().filter(Output::perImage).isPresent();
    }

    /** Whether several pictures, one clip each, are plain first frames and nothing else. */
    static boolean plain(Question q) {
        return q.slots().all().stream()
                .allMatch(slot -> slot.is(Role.FIRST_FRAME) && slot.is(MediumType.IMAGE) || slot.is(Role.OVERLAY));
    }

    /** How many renders follow each other in one slot: {@code ceil(clips / concurrency)}. */
    static long waves(int clips, int concurrency) {
        return (clips + concurrency - 1L) / concurrency;
    }

    static int concurrency(Question q, Policy.Render render) {
        return Optional.ofNullable(q.request().batch()).map(Batch::concurrency).orElse(render.concurrency());
    }

    static double typicalSeconds(Question q, Policy.Render render) {
        return Optional.ofNullable(q.request().batch())
                .map(Batch::typicalSeconds)
                .map(stated -> Math.min(stated, A_YEAR))
                .orElse((double) render.eta().typicalSeconds());
    }
}
