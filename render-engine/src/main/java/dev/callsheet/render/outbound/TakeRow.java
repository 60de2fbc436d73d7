package dev.callsheet.render.outbound;

import dev.callsheet.contracts.Control.Unstoppable;
import dev.callsheet.contracts.Fact;
import dev.callsheet.contracts.Json;
import dev.callsheet.contracts.RequestId;
import dev.callsheet.contracts.TakeId;
import dev.callsheet.contracts.TenantId;
import dev.callsheet.render.domain.Length;
import dev.callsheet.render.domain.Take;
import dev.callsheet.render.domain.TakeState;
import dev.callsheet.render.domain.TakeState.Render;
import java.nio.charset.StandardCharsets;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Between a take and its row. */
final class TakeRow {
    static final String COLUMNS = """
            id, request_id, tenant, campaign, attempt, model, resolution, seconds, quoted_micros, queued_at, traceparent, step,
            state, tries, provider_id, submitted_at, since, stop, outcome""";

    private TakeRow() {}

    /** The columns that say more about a state than its word. */
    record Detail(
            int tries,
            @Nullable String providerId,
            @Nullable Instant submittedAt,
            @Nullable Instant since,
            @Nullable Unstoppable then,
            @Nullable String outcome) {

        /** The word for what becomes of a render that would not stop. */
        @Nullable
        String stop() {
            return then == null ? null : then.name().toLowerCase(Locale.ROOT);
        }

        static Detail of(TakeState state) {
            return switch (state) {
                case TakeState.Queued(var tries) -> new Detail(tries, null, null, null, null, null);
                case TakeState.Submitting(var since, var tries) -> new Detail(tries, null, since, since, null, null);
                case TakeState.Unsure(var submittedAt, var since) ->
                    new Detail(0, null, submittedAt, since, null, null);
                case TakeState.Rendering(var render, var reads) -> render(render, null, reads);
                case TakeState.Wedged(var render) -> render(render, null, 0);
                case TakeState.Fetching(var render, var endedAt, var tries) -> render(render, endedAt, tries);
                case TakeState.Finished(var clip) -> new Detail(0, null, null, null, null, Json.text(clip));
                case TakeState.Failed failed -> new Detail(0, null, null, null, null, Json.text(failed));
                case TakeState.Cancelled(var spent) -> new Detail(0, null, null, null, null, Long.toString(spent));
            };
        }

        private static Detail render(Render render, @Nullable Instant since, int tries) {
            return new Detail(tries, render.providerId(), render.submittedAt(), since, render.then(), null);
        }
    }

    /** The few names that many rows share are kept once: a worker may hold a hundred thousand takes. */
    static Take read(ResultSet row) throws SQLException {
        String campaign = row.getString("campaign");
        return new Take(
                new TakeId(row.getObject("id", UUID.class)),
                new RequestId(row.getObject("request_id", UUID.class)),
                new TenantId(row.getString("tenant").intern()),
                campaign == null ? null : campaign.intern(),
                row.getInt("attempt"),
                row.getString("model").intern(),
                length(row),
                row.getLong("quoted_micros"),
                row.getTimestamp("queued_at").toInstant(),
                row.getString("traceparent"),
                row.getInt("step"),
                state(row));
    }

    private static TakeState state(ResultSet row) throws SQLException {
        String word = row.getString("state");
        int tries = row.getInt("tries");
        return switch (word) {
            case "queued" -> new TakeState.Queued(tries);
            case "submitting" -> new TakeState.Submitting(time(row, "submitted_at"), tries);
            case "unsure" -> new TakeState.Unsure(time(row, "submitted_at"), time(row, "since"));
            case "rendering" -> new TakeState.Rendering(render(row), tries);
            case "wedged" -> new TakeState.Wedged(render(row));
            case "fetching" -> new TakeState.Fetching(render(row), time(row, "since"), tries);
            case "finished" -> new TakeState.Finished(outcome(row, Fact.Clip.class));
            case "failed" -> outcome(row, TakeState.Failed.class);
            case "cancelled" -> new TakeState.Cancelled(row.getLong("outcome"));
            default -> throw new IllegalStateException("table takes: unknown state '" + word + "'");
        };
    }

    private static Render render(ResultSet row) throws SQLException {
        String stop = row.getString("stop");
        return new Render(
                row.getString("provider_id"),
                time(row, "submitted_at"),
                stop == null ? null : Unstoppable.valueOf(stop.toUpperCase(Locale.ROOT)));
    }

    private static @Nullable Length length(ResultSet row) throws SQLException {
        String resolution = row.getString("resolution");
        return resolution == null ? null : new Length(resolution.intern(), row.getInt("seconds"));
    }

    private static <T> T outcome(ResultSet row, Class<T> type) throws SQLException {
        return Json.read(row.getString("outcome").getBytes(StandardCharsets.UTF_8), type);
    }

    static Instant time(ResultSet row, String column) throws SQLException {
        return row.getTimestamp(column).toInstant();
    }
}
