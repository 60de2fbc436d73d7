package dev.callsheet.identity.measure;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How a campaign stands: all takes of the requests that name it, counted, and its characters compared over its clips.
 * Plain values; an embedding is none of them. The same takes give an equal report.
 *
 * @param schema name and version of this form
 * @param campaign as its owner calls it
 * @param number grows with each take, ruling or erasure: of two reports the one with the larger number is the later
 * @param calibration id of the limits in force
 * @param threshold distance of a frame to its character's prototype that is within
 * @param portraitThreshold distance of two clips' portraits that is within
 * @param bound takes whose prompt named the characters; null without any
 * @param unbound the others; null without any
 * @param approved takes that a person has approved, whatever the machine says
 * @param rejected takes that a person has rejected
 * @param clips all takes in the order of time, those without a clip too
 * @param notes what a reader must know of how this was counted
 */
public record CampaignReport(
        String schema,
        String campaign,
        long number,
        String calibration,
        double threshold,
        double portraitThreshold,
        @Nullable Rate bound,
        @Nullable Rate unbound,
        int approved,
        int rejected,
        List<Clip> clips,
        List<OfCharacter> characters,
        List<String> notes) {
    public static final String SCHEMA = "callsheet.campaign-report.v1";

    public CampaignReport {
        clips = List.copyOf(clips);
        characters = List.copyOf(characters);
        notes = List.copyOf(notes);
    }

    /** What became of a take: its verdict, or that there is no clip. */
    public enum Outcome {
        PASS,
        REVIEW,
        NOT_MEASURABLE,
        FAIL,
        UNMADE
    }

    /** A person's word on a take. */
    public enum Word {
        APPROVED,
        REJECTED
    }

    /**
     * The Identity Consistency Rate: passed over takes.
     *
     * @param unmade takes without a clip; counted as not passed, like those that are not measurable
     * @param rate 0 to 1
     * @param low lower end of the Wilson score interval at 95 % (Wilson 1927)
     * @param high its upper end
     */
    public record Rate(
            int takes,
            int passed,
            int failed,
            int review,
            int notMeasurable,
            int unmade,
            double rate,
            double low,
            double high) {}

    /**
     * One take.
     *
     * @param attempt which take of its request, from 1
     * @param reason why it came out so, for people
     * @param ruling the last word of a person; null without one
     * @param clip address; null without a clip
     * @param report address of its own report; null without one, and where it was erased
     * @param at when it was made
     */
    public record Clip(
            String request,
            String take,
            int attempt,
            boolean bound,
            Outcome outcome,
            String reason,
            @Nullable Word ruling,
            @Nullable String clip,
            @Nullable String report,
            Instant at) {}

    /**
     * One character over the campaign.
     *
     * @param marks how it came out in each clip that should show it, in the order of time
     * @param drift mean of the medians in the last fifth of its clips less that in the first fifth; null below five clips
     * @param pairs its portraits, each with each; null below two
     */
    public record OfCharacter(
            String name,
            List<Mark> marks,
            @Nullable Double drift,
            @Nullable Pairs pairs) {
        public OfCharacter {
            marks = List.copyOf(marks);
        }
    }

    /**
     * One character in one clip.
     *
     * @param clip index into {@link CampaignReport#clips}
     * @param pinned whether it was measured against the prototype of its registration, not the request's references
     * @param median of its frames' distances to the prototype; null if not measurable
     * @param framesWithin share of evaluable frames within the threshold, 0 to 1; null if not measurable
     * @param flags codes of what a person should look at
     */
    public record Mark(
            int clip,
            Verdict.Outcome verdict,
            boolean pinned,
            @Nullable Double median,
            @Nullable Double framesWithin,
            List<String> flags) {
        public Mark {
            flags = List.copyOf(flags);
        }
    }

    /**
     * Distances between the portraits of one character; a portrait is the centre of its embeddings in one clip.
     *
     * @param clips indexes into {@link CampaignReport#clips}, ascending: the rows and columns of the matrix
     * @param below the matrix below its diagonal: row i has i values, those to the rows before it
     * @param outOf how many portraits there are; more than rows where they were sampled evenly
     * @param count pairs compared
     * @param within pairs within the portrait threshold
     * @param share within over count, 0 to 1
     * @param mean distance
     */
    public record Pairs(
            List<Integer> clips,
            List<List<Double>> below,
            int outOf,
            int count,
            int within,
            double share,
            double mean) {
        public Pairs {
            clips = List.copyOf(clips);
            below = below.stream().map(List::copyOf).toList();
        }

        /** Of two rows of the matrix; 0 of a row to itself. */
        public double distance(int row, int column) {
            return row == column ? 0 : below.get(Math.max(row, column)).get(Math.min(row, column));
        }
    }
}
