package dev.callsheet.render.outbound;

import dev.callsheet.contracts.Fact;
import dev.callsheet.render.domain.RequestFile;
import dev.callsheet.render.domain.Take;
import dev.callsheet.render.domain.TakeState.Fetching;
import dev.callsheet.render.outbound.Submissions.Submission;
import java.io.IOException;

/** Where clips are kept, each with its manifest beside it. */
public final class ClipArchive {
    private final ClipFetch fetch;
    private final ClipStore store;

    public ClipArchive(ClipFetch fetch, ClipStore store) {
        this.fetch = fetch;
        this.store = store;
    }

    /** Copies the clip at the provider's address and writes its manifest. @throws IOException try again */
    public Fact.Clip store(RequestFile file, Take take, Fetching fetching, Submission submission, String url)
            throws IOException {
        String folder = "tenant/" + take.tenant() + "/request/" + take.requestId() + "/take/" + take.id() + "/";
        Fact.Clip clip = fetch.fetch(url, folder + "clip.mp4");
        Manifest.of(file, take, fetching, submission, clip).store(store, folder + "manifest.json");
        return clip;
    }
}
