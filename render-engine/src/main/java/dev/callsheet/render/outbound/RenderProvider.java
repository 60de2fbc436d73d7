package dev.callsheet.render.outbound;

import com.fasterxml.jackson.databind.JsonNode;
import dev.callsheet.render.domain.Job;
import dev.callsheet.render.domain.SubmitAnswer;
import java.io.IOException;
import java.util.List;
import java.util.function.BooleanSupplier;

/** A paid queue of renders. Calls block; each is made once and never repeated inside. Thread-safe. */
public interface RenderProvider {

    /**
     * Submits. Every outcome is an answer; nothing is thrown.
     *
     * @param still asked at the last moment before the bytes leave: if it says no, nothing is sent
     */
    SubmitAnswer submit(String model, JsonNode payload, BooleanSupplier still);

    /** Reads one job; a job that the provider does not know has the status Unknown. @throws IOException try later */
    Job read(String providerId) throws IOException;

    /** Our jobs for a model, as far as the provider lists them. @throws IOException try later */
    List<Job> list(String model) throws IOException;

    /**
     * Asks the provider to stop a job. Providers promise nothing here: whatever it says, the job is watched on until it
     * has ended.
     *
     * @return what it said, for people
     * @throws IOException try later
     */
    String cancel(String providerId) throws IOException;

    /**
     * Uploads an input. @return the address under which the provider reads it
     *
     * @throws IOException try later
     */
    String upload(MediaFormat format, long length, ContentSource content) throws IOException;
}
