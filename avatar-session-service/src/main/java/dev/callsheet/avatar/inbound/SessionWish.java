package dev.callsheet.avatar.inbound;

import com.fasterxml.jackson.databind.JsonNode;
import dev.callsheet.avatar.domain.SessionOrder;
import dev.callsheet.avatar.domain.SessionOrder.Consent;
import dev.callsheet.avatar.domain.SessionOrder.Disclosure;
import dev.callsheet.avatar.domain.SessionOrder.Mode;
import dev.callsheet.contracts.Json;
import dev.callsheet.contracts.RequestId;
import dev.callsheet.contracts.SessionId;
import dev.callsheet.contracts.TenantId;
import dev.callsheet.conversation.plan.Phrases;
import dev.callsheet.conversation.plan.SessionPlan;
import dev.callsheet.conversation.turn.TurnPolicy;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A checked body of {@code POST /v1/sessions}: either a session that was offered, or how a new one is to be.
 *
 * @param offered null for a new session
 * @param fingerprint the same for bodies that mean the same
 * @param order makes the order of a new one
 */
record SessionWish(@Nullable SessionId offered, String fingerprint, Ordering order) {
    private static final int MIN_SECONDS = 10;
    private static final int MOST_DOLLARS = 100_000;
    private static final int MOST_RTMP = 5;
    private static final int LONGEST_ADDRESS = 500;
    private static final int MOST_HOURS = 8760;

    /** What is left open by the body. */
    interface Ordering {
        SessionOrder of(SessionId id, TenantId tenant);
    }

    /**
     * What the house allows.
     *
     * @param longest a session, and the length of one that says nothing
     * @param spoken whether the avatar says that it is one, if the body does not say so
     * @param ownRooms without them nothing can be sent to RTMP
     */
    record Limits(Duration longest, boolean spoken, boolean ownRooms) {}

    /** @throws dev.callsheet.avatar.domain.Refused with one violation for each wrong field */
    static SessionWish read(byte[] body, Limits limits) {
        var fields = Fields.of(body);
        SessionId offered = offered(fields);
        if (offered != null) {
            fields.check();
            return new SessionWish(offered, fingerprint(fields), (id, tenant) -> {
                throw new IllegalStateException("an offered session has its order");
            });
        }
        String avatar = fields.text("avatarId", 100);
        if (avatar == null && !fields.has("avatarId") && fields.clean()) {
            fields.missing("avatarId", "an avatar's id, or requestId, or sessionId");
        }
        Mode mode = fields.oneOf("mode", Mode.class);
        String voice = fields.text("voiceId", 100);
        String persona = fields.text("persona", 2000);
        String knowledge = fields.text("knowledge", 20_000);
        String language = fields.text("language", 35);
        Long seconds = fields.whole("maxSeconds", MIN_SECONDS, limits.longest.toSeconds());
        boolean sandbox = fields.isTrue("sandbox");
        boolean alwaysOn = fields.isTrue("alwaysOn");
        Long budget = fields.micros("budgetUsd", MOST_DOLLARS);
        TurnPolicy policy = fields.oneOf("turnPolicy", TurnPolicy.class);
        String plan = plan(fields);
        Consent consent = fields.object("consent", SessionWish::consent);
        Disclosure disclosure = disclosure(fields, limits, language);
        List<String> rtmp = rtmp(fields, limits);
        fields.check();
        return new SessionWish(
                null,
                fingerprint(fields),
                (id, tenant) -> new SessionOrder(
                        id,
                        tenant,
                        null,
                        avatar == null ? "" : avatar,
                        mode == null ? Mode.LITE : mode,
                        voice,
                        persona,
                        knowledge,
                        language,
                        seconds == null ? limits.longest : Duration.ofSeconds(seconds),
                        sandbox,
                        alwaysOn,
                        budget,
                        policy == null ? TurnPolicy.INTERRUPT : policy,
                        plan,
                        consent == null ? Consent.NONE : consent,
                        disclosure,
                        rtmp));
    }

    private static @Nullable SessionId offered(Fields fields) {
        var request = fields.uuid("requestId");
        var session = fields.uuid("sessionId");
        if (session != null) {
            return new SessionId(session);
        }
        return request == null ? null : SessionId.of(new RequestId(request));
    }

    private static @Nullable String plan(Fields fields) {
        JsonNode given = fields.given("plan");
        if (given == null) {
            return null;
        }
        var reading = SessionPlan.read(given, "/plan");
        fields.add(reading.violations());
        SessionPlan plan = reading.plan();
        return plan == null ? null : plan.json();
    }

    private static Consent consent(Fields fields) {
        boolean transcript = fields.isTrue("recordTranscript");
        boolean video = fields.isTrue("recordVideo");
        Long hours = fields.whole("keepHours", 1, MOST_HOURS);
        if ((transcript || video) && !fields.has("keepHours")) {
            fields.missing("keepHours", "a whole number from 1 to " + MOST_HOURS);
        }
        return new Consent(transcript, video, hours == null ? Duration.ZERO : Duration.ofHours(hours));
    }

    private static Disclosure disclosure(Fields fields, Limits limits, @Nullable String language) {
        var usual = new Disclosure(limits.spoken, Phrases.in(language).disclosure());
        var given = fields.object("disclosure", inner -> {
            Boolean spoken = inner.flag("spoken");
            String text = inner.text("text", 300);
            return new Disclosure(spoken == null ? usual.spoken() : spoken, text == null ? usual.text() : text);
        });
        return given == null ? usual : given;
    }

    private static List<String> rtmp(Fields fields, Limits limits) {
        if (!limits.ownRooms && fields.has("rtmp")) {
            fields.given("rtmp");
            fields.refuse("rtmp", "addresses", "none: this house has no LiveKit of its own");
            return List.of();
        }
        return fields.texts(
                "rtmp",
                MOST_RTMP,
                text -> text.matches("rtmps?://\\S+") && text.length() <= LONGEST_ADDRESS,
                "an address rtmp:// or rtmps://");
    }

    private static String fingerprint(Fields fields) {
        return Json.sha256(Json.canonical(fields.json()));
    }
}
