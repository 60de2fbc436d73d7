package dev.callsheet.render.domain;

/** How a job stands, after the provider's many words for it. */
public sealed interface JobStatus {

    /** Not at its end. @param word as the provider says it; an unknown word is taken as not at its end */
    record Running(String word) implements JobStatus {}

    /** The clip is there. */
    record Succeeded(String url) implements JobStatus {}

    /** Success without a medium. */
    record WithoutMedium() implements JobStatus {}

    /** @param reason as far as the provider gives one */
    record Failed(String reason) implements JobStatus {
        /** Whether the model's own rate limit ended it: it may be submitted again after a while. */
        public boolean throttled() {
            String text = reason.toLowerCase(java.util.Locale.ROOT);
            return text.contains("rate limit") || text.contains("(rpm)");
        }
    }

    /** Stopped at the provider. */
    record Stopped() implements JobStatus {}

    /** The provider does not know the job. */
    record Unknown() implements JobStatus {}
}
