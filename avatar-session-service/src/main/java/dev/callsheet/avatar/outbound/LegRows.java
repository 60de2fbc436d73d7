package dev.callsheet.avatar.outbound;

import dev.callsheet.avatar.domain.Broadcast;
import dev.callsheet.avatar.domain.Leg;
import dev.callsheet.avatar.domain.Legs;
import dev.callsheet.conversation.line.Media;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Legs in their table, and the way between the two. */
final class LegRows {
    private static final String WRITE = """
            insert into legs (session_id, number, state, quoted_micros, since, length_ms, provider_id, control_url,
                              media_kind, media_url, media_token, allowed_ms, cap_at, live_since, reason, micros)
            values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
            on conflict (session_id, number) do update set
                state = excluded.state, since = excluded.since, length_ms = excluded.length_ms,
                provider_id = excluded.provider_id, control_url = excluded.control_url,
                media_kind = excluded.media_kind, media_url = excluded.media_url, media_token = excluded.media_token,
                allowed_ms = excluded.allowed_ms, cap_at = excluded.cap_at, live_since = excluded.live_since,
                reason = excluded.reason, micros = excluded.micros
            """;

    private LegRows() {}

    static Legs read(Connection connection, UUID session) throws SQLException {
        return new Legs(Database.list(
                connection, "select * from legs where session_id = ? order by number", LegRows::leg, session));
    }

    /** Writes the legs that differ. */
    static void write(Connection connection, UUID session, Legs before, Legs after) throws SQLException {
        for (Leg leg : after.all()) {
            if (!leg.equals(before.leg(leg.number()).orElse(null))) {
                write(connection, session, leg);
            }
        }
    }

    private static void write(Connection connection, UUID session, Leg leg) throws SQLException {
        switch (leg) {
            case Leg.Preparing p ->
                row(connection, session, leg, "preparing", p.since(), p.length(), null, null, null, null, null);
            case Leg.Live l ->
                row(connection, session, leg, "live", l.since(), null, l.broadcast(), l.capAt(), null, null, null);
            case Leg.Stopping s ->
                row(connection, session, leg, "stopping", s.since(), null, null, null, s.liveSince(), s.reason(), null);
            case Leg.Settled s ->
                row(
                        connection,
                        session,
                        leg,
                        "settled",
                        s.until(),
                        null,
                        null,
                        null,
                        s.liveSince(),
                        s.reason(),
                        s.micros());
            case Leg.Refused r ->
                row(connection, session, leg, "refused", null, null, null, null, null, null, r.micros());
        }
    }

    /** A leg that is over keeps no secrets: the control address and the media token go. */
    private static void row(
            Connection connection,
            UUID session,
            Leg leg,
            String state,
            @Nullable Instant since,
            @Nullable Duration length,
            @Nullable Broadcast broadcast,
            @Nullable Instant capAt,
            @Nullable Instant liveSince,
            @Nullable String reason,
            @Nullable Long micros)
            throws SQLException {
        Media media = broadcast == null ? null : broadcast.media();
        Database.change(
                connection,
                WRITE,
                session,
                leg.number(),
                state,
                leg.quotedMicros(),
                since,
                length,
                leg.knownAs(),
                broadcast == null ? null : broadcast.controlUrl(),
                media == null ? null : kind(media),
                media instanceof Media.Whep(String url) ? url : media instanceof Media.LiveKit l ? l.url() : null,
                media instanceof Media.LiveKit(String _, String token) ? token : null,
                broadcast == null ? null : broadcast.allowed(),
                capAt,
                liveSince,
                reason,
                micros);
    }

    private static String kind(Media media) {
        return switch (media) {
            case Media.Whep _ -> "whep";
            case Media.LiveKit _ -> "livekit";
            case Media.None _ -> "none";
        };
    }

    private static Leg leg(ResultSet row) throws SQLException {
        int number = row.getInt("number");
        long quoted = row.getLong("quoted_micros");
        String id = row.getString("provider_id");
        Instant since = Database.time(row, "since");
        String state = row.getString("state");
        return switch (state) {
            case "preparing" ->
                new Leg.Preparing(number, quoted, set(since), set(Database.millis(row, "length_ms")), id);
            case "live" ->
                new Leg.Live(number, quoted, set(since), broadcast(row, set(id)), set(Database.time(row, "cap_at")));
            case "stopping" ->
                new Leg.Stopping(
                        number,
                        quoted,
                        set(id),
                        set(Database.time(row, "live_since")),
                        set(since),
                        row.getString("reason"));
            case "settled" ->
                new Leg.Settled(
                        number,
                        quoted,
                        set(id),
                        set(Database.time(row, "live_since")),
                        set(since),
                        row.getString("reason"),
                        row.getLong("micros"));
            case "refused" -> new Leg.Refused(number, quoted, id, row.getLong("micros"));
            default -> throw new IllegalStateException("a leg has the unknown state " + state);
        };
    }

    private static Broadcast broadcast(ResultSet row, String id) throws SQLException {
        Media media = switch (row.getString("media_kind")) {
            case "whep" -> new Media.Whep(row.getString("media_url"));
            case "livekit" -> new Media.LiveKit(row.getString("media_url"), row.getString("media_token"));
            default -> new Media.None();
        };
        return new Broadcast(id, row.getString("control_url"), media, Database.millis(row, "allowed_ms"));
    }

    private static <T> T set(@Nullable T value) {
        return Objects.requireNonNull(value, "a column of this state is empty");
    }
}
