package dev.callsheet.render.domain;

import dev.callsheet.contracts.Fact;
import dev.callsheet.contracts.Ruling;
import dev.callsheet.contracts.TakeId;
import dev.callsheet.contracts.Work;
import org.jspecify.annotations.Nullable;

/** What follows for a request from how its takes stand. */
public sealed interface Sequel {

    /** Nothing yet. */
    record Wait() implements Sequel {}

    /**
     * The clip is the result.
     *
     * @param verdict the machine's; null where nothing was measured
     * @param ruling the person's word that decided; null if none did
     */
    record Complete(TakeId take, Fact.Clip clip, @Nullable String verdict, Ruling.@Nullable Word ruling)
            implements Sequel {
        public Complete(TakeId take, Fact.Clip clip, @Nullable String verdict) {
            this(take, clip, verdict, null);
        }
    }

    /** The clip is to be measured first. */
    record Measure(Work.Scoring scoring) implements Sequel {}

    /** The clip waits for a person's word. @param verdict the machine's */
    record Hold(TakeId take, String verdict) implements Sequel {}

    /** One more attempt. */
    record Retake() implements Sequel {}

    /** There will be no clip. */
    record GiveUp(String code, String message) implements Sequel {}

    /** The tenant has stopped it. */
    record Stop() implements Sequel {}
}
