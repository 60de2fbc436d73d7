package dev.callsheet.render.outbound;

import dev.callsheet.contracts.Fact;
import dev.callsheet.render.domain.Origin;
import dev.callsheet.render.domain.RequestFile;
import dev.callsheet.render.domain.Take;
import dev.callsheet.render.domain.TakeState.Fetching;
import dev.callsheet.render.outbound.Submissions.Submission;
import java.io.IOException;

/** Where clips are kept, each marked as made by a machine and with its manifest beside it. */
public final class ClipArchive {
    private final ClipFetch fetch;
    private final ClipStore store;
    private final ProvenanceMark mark;

    public ClipArchive(ClipFetch fetch, ClipStore store, ProvenanceMark mark) {
        this.fetch = fetch;
        this.store = store;
        this.mark = mark;
    }

    /** Copies the clip at the provider's address and writes its manifest. @throws IOException try again */
    public Fact.Clip store(RequestFile file, Take take, Fetching fetching, Submission submission, String url)
            throws IOException {
        String folder = "tenant/" + take.tenant() + "/request/" + take.requestId() + "/take/" + take.id() + "/";
        String manifest = folder + Manifest.NAME;
        Origin origin = new Origin(
                take.requestId(),
                take.id(),
                take.model(),
                Manifest.promptSha256(submission),
                "s3://" + store.bucket() + "/" + manifest);
        StoredClip stored = fetch.fetch(url, folder + "clip.mp4", mark.of(origin));
        Manifest.of(file, take, fetching, submission, stored).store(store, manifest);
        return stored.clip();
    }
}
