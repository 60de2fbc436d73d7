package dev.callsheet.identity.clip;

import dev.callsheet.identity.picture.Picture;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/**
 * What a quick look at all frames tells.
 *
 * @param cuts indexes of the frames with which a new shot begins
 * @param stillest longest run of frames, one like the other, as indexes: first and last; equal if everything moves
 */
public record Survey(List<Integer> cuts, Run stillest) {
    public Survey {
        cuts = List.copyOf(cuts);
    }

    public record Run(int first, int last) {}

    /** Takes the frames in order, small, and sees where the picture changes all at once. Used by one thread. */
    public static final class Observer {
        /** Mean change of a pixel's colours at a cut at least, from one frame to the next, 0 to 1. */
        private static final double CUT = 0.04;
        /** And so many times the usual change of the clip around it: a camera that pans or shakes is no cut. */
        private static final double TIMES_USUAL = 5;

        private static final double STILL = 0.0015;
        private static final int USUAL_OVER = 6;

        private final List<Double> moves = new ArrayList<>();
        private byte[] before = new byte[0];

        /** The next frame. */
        public void see(Picture small) {
            if (before.length > 0) {
                moves.add(moved(before, small.rgb()));
            }
            before = small.rgb().clone();
        }

        public Survey survey() {
            List<Integer> cuts = new ArrayList<>();
            for (int i = 0; i < moves.size(); i++) {
                if (moves.get(i) >= CUT && moves.get(i) >= TIMES_USUAL * usual(i)) {
                    cuts.add(i + 1);
                }
            }
            return new Survey(cuts, stillest());
        }

        /** The median around a frame, so that a cut nearby does not hide this one. */
        private double usual(int at) {
            int from = Math.max(0, at - USUAL_OVER);
            double[] around = IntStream.range(from, Math.min(moves.size(), at + USUAL_OVER + 1))
                    .filter(i -> i != at)
                    .mapToDouble(moves::get)
                    .sorted()
                    .toArray();
            return around.length == 0 ? 0 : around[around.length / 2];
        }

        private Run stillest() {
            Run longest = new Run(0, 0);
            int first = 0;
            for (int i = 0; i < moves.size(); i++) {
                if (moves.get(i) > STILL) {
                    first = i + 1;
                } else if (i + 1 - first > longest.last() - longest.first()) {
                    longest = new Run(first, i + 1);
                }
            }
            return longest;
        }

        private static double moved(byte[] one, byte[] other) {
            double sum = 0;
            for (int i = 0; i < one.length; i++) {
                sum += Math.abs((one[i] & 0xff) - (other[i] & 0xff));
            }
            return sum / one.length / 255;
        }
    }
}
