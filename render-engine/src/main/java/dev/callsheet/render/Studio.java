package dev.callsheet.render;

import dev.callsheet.contracts.Fact;
import dev.callsheet.render.Sensed.Heard;
import dev.callsheet.render.Sensed.Ready;
import dev.callsheet.render.domain.Draft;
import dev.callsheet.render.domain.Prices;
import dev.callsheet.render.domain.RequestFile;
import dev.callsheet.render.domain.Scenario;
import dev.callsheet.render.domain.Seed;
import dev.callsheet.render.domain.Signal;
import dev.callsheet.render.domain.Take;
import dev.callsheet.render.domain.TakeState.Fetching;
import dev.callsheet.render.domain.Unrenderable;
import dev.callsheet.render.outbound.Book;
import dev.callsheet.render.outbound.ClipArchive;
import dev.callsheet.render.outbound.Inputs;
import dev.callsheet.render.outbound.PreparedInput;
import dev.callsheet.render.outbound.Submissions;
import dev.callsheet.render.outbound.Submissions.Submission;
import java.io.IOException;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** What goes into a render and what comes out of it: the payload with its inputs, the clip with its manifest. */
final class Studio {
    private final Scenario scenario;
    private final Prices prices;
    private final Book book;
    private final Submissions submissions;
    private final Inputs inputs;
    private final ClipArchive archive;

    Studio(Scenario scenario, Prices prices, Book book, Submissions submissions, Inputs inputs, ClipArchive archive) {
        this.scenario = scenario;
        this.prices = prices;
        this.book = book;
        this.submissions = submissions;
        this.inputs = inputs;
        this.archive = archive;
    }

    /** Makes a take ready to be submitted: its inputs are handed over once. */
    Sensed prepare(Take take) throws SQLException, IOException {
        RequestFile file = book.file(take.requestId());
        if (file.cancelAsked()) {
            return new Heard(new Signal.Cancel("no longer wanted"), Duration.ZERO);
        }
        Optional<Submission> kept = take.step() == 0 ? Optional.empty() : submissions.find(take.id());
        try {
            return new Ready(kept.isPresent() ? kept.get() : submission(take, file));
        } catch (Unrenderable e) {
            return new Heard(new Signal.Refused(e.code(), String.valueOf(e.getMessage()), false), Duration.ZERO);
        }
    }

    private Submission submission(Take take, RequestFile file) throws IOException {
        Draft draft = scenario.draft(file);
        long price = prices.quote(take.model(), draft);
        if (price > file.budgetMicros()) {
            throw new Unrenderable(
                    "BUDGET_TOO_SMALL", "budget.limit: one take costs " + price + " micros of US dollars");
        }
        List<PreparedInput> prepared = inputs.prepare(draft.inputs(), take.tenant(), file.repairedPictures());
        var addresses = prepared.stream().collect(Collectors.toMap(PreparedInput::uri, PreparedInput::address));
        long seed = Seed.of(take, file.request().seed());
        return new Submission(draft.payload(seed, addresses::get), prepared);
    }

    /** Copies the rendered clip into our store, with its manifest beside it, and says what was changed at the inputs. */
    Signal.Stored store(Take take, Fetching fetching, String url) throws SQLException, IOException {
        RequestFile file = book.file(take.requestId());
        Submission submission = submissions
                .find(take.id())
                .orElseThrow(() -> new IllegalStateException("table submissions: no row " + take.id()));
        Fact.Clip clip = archive.store(file, take, fetching, submission, url);
        List<String> repairs = new ArrayList<>(scenario.draft(file).repairs());
        repairs.addAll(submission.repairs());
        return new Signal.Stored(clip, repairs);
    }
}
