package dev.callsheet.avatar.inbound;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.callsheet.avatar.domain.Session;
import dev.callsheet.conversation.line.Media;
import java.util.Locale;

/** How a session stands, as a viewer is told when it comes. @param disclosure what the audience is to know */
@JsonInclude(JsonInclude.Include.NON_NULL)
record HelloView(
        String sessionId,
        String state,
        int leg,
        String mode,
        MediaView media,
        String disclosure,
        String policy,
        Limits limits) {
    /** @param textChars the most that one message may say */
    record Limits(int textChars) {}

    static HelloView of(Session session, Media media) {
        var order = session.order();
        var seen = session.seen();
        return new HelloView(
                order.sessionId().toString(),
                session.state(),
                seen == null ? session.legs().last() : seen.number(),
                order.mode().name().toLowerCase(Locale.ROOT),
                MediaView.of(media),
                order.disclosure().text(),
                order.turnPolicy().name().toLowerCase(Locale.ROOT),
                new Limits(ViewerMessage.LONGEST_TEXT));
    }
}
