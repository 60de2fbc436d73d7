package dev.callsheet.avatar.inbound;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.callsheet.avatar.domain.Refused;
import dev.callsheet.avatar.domain.SessionOrder;
import dev.callsheet.contracts.SessionId;
import dev.callsheet.contracts.TenantId;
import dev.callsheet.contracts.Violation;
import dev.callsheet.conversation.turn.TurnPolicy;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class SessionWishTest {
    private static final SessionWish.Limits LIMITS = new SessionWish.Limits(Duration.ofMinutes(20), false, false);

    @Test
    void anAvatarIsEnough() {
        SessionOrder order = order("{\"avatarId\":\"a\"}");

        assertThat(order.mode()).isEqualTo(SessionOrder.Mode.LITE);
        assertThat(order.turnPolicy()).isEqualTo(TurnPolicy.INTERRUPT);
        assertThat(order.maxLength()).isEqualTo(Duration.ofMinutes(20));
        assertThat(order.consent()).isEqualTo(SessionOrder.Consent.NONE);
        assertThat(order.disclosure().spoken()).isFalse();
        assertThat(order.disclosure().text()).isNotBlank();
        assertThat(order.budgetMicros()).isNull();
    }

    @Test
    void everythingThatMayBeSaidIsInTheOrder() {
        SessionOrder order = order("""
                {"avatarId":"a","mode":"full","voiceId":"v","persona":"p","knowledge":"k","language":"de",
                 "maxSeconds":60,"sandbox":true,"turnPolicy":"merge","alwaysOn":true,"budgetUsd":1.25,
                 "plan":{"talkingPoints":[{"text":"Hello."}],"idleSeconds":20},
                 "consent":{"recordTranscript":true,"keepHours":24},"disclosure":{"spoken":true,"text":"I am none."}}
                """);

        assertThat(order.mode()).isEqualTo(SessionOrder.Mode.FULL);
        assertThat(order.turnPolicy()).isEqualTo(TurnPolicy.MERGE);
        assertThat(order.budgetMicros()).isEqualTo(1_250_000);
        assertThat(order.plan()).contains("Hello.");
        assertThat(order.consent()).isEqualTo(new SessionOrder.Consent(true, false, Duration.ofHours(24)));
        assertThat(order.disclosure()).isEqualTo(new SessionOrder.Disclosure(true, "I am none."));
        assertThat(order.maxLength()).isEqualTo(Duration.ofMinutes(1));
        assertThat(order.alwaysOn()).isTrue();
    }

    @Test
    void eachWrongFieldIsNamedOnce() {
        var refused = refusal("""
                {"avatarId":7,"mode":"fast","maxSeconds":5,"budgetUsd":-1,"turnPolicy":"QUEUE","alwaysOn":"yes",
                 "consent":{"recordVideo":true,"keepDays":3},"rtmp":["rtmp://a/b"],"colour":"red"}
                """);

        assertThat(refused.problem().status()).isEqualTo(422);
        assertThat(refused.problem().errors())
                .extracting(Violation::field)
                .containsExactlyInAnyOrder(
                        "/avatarId",
                        "/mode",
                        "/maxSeconds",
                        "/budgetUsd",
                        "/turnPolicy",
                        "/alwaysOn",
                        "/consent/keepHours",
                        "/consent/keepDays",
                        "/rtmp",
                        "/colour");
        assertThat(refused.problem().errors())
                .filteredOn(error -> error.field().equals("/mode"))
                .allSatisfy(error -> {
                    assertThat(error.found()).isEqualTo("\"fast\"");
                    assertThat(error.allowed()).isEqualTo("lite, full");
                });
    }

    @Test
    void anOfferedSessionIsAsItWasOffered() {
        var wish = read("{\"requestId\":\"0b0f6a7e-3a55-5f0b-9c58-3f5c1d1a2b01\"}");

        assertThat(wish.offered()).isNotNull();
        assertThat(refusal("{\"requestId\":\"0b0f6a7e-3a55-5f0b-9c58-3f5c1d1a2b01\",\"mode\":\"full\"}")
                        .problem()
                        .errors())
                .extracting(Violation::field)
                .containsExactly("/mode");
    }

    @Test
    void theSameWishIsTheSameWhateverTheOrderOfItsFields() {
        assertThat(read("{\"avatarId\":\"a\",\"persona\":\"p\"}").fingerprint())
                .isEqualTo(read("{ \"persona\":\"p\", \"avatarId\":\"a\" }").fingerprint())
                .isNotEqualTo(read("{\"avatarId\":\"a\",\"persona\":\"q\"}").fingerprint());
    }

    @Test
    void whatIsNoObjectIsUnreadable() {
        for (String body : new String[] {"", "[]", "7", "{", "{\"a\":1,\"a\":2}"}) {
            assertThat(refusal(body).problem().code()).as(body).isEqualTo("request.unreadable");
        }
        assertThat(refusal("{}").problem().errors())
                .extracting(Violation::field)
                .containsExactly("/avatarId");
    }

    private static SessionWish read(String body) {
        return SessionWish.read(body.getBytes(StandardCharsets.UTF_8), LIMITS);
    }

    private static SessionOrder order(String body) {
        return read(body).order().of(new SessionId(new UUID(1, 2)), new TenantId("demo"));
    }

    private static Refused refusal(String body) {
        return catchThrowableOfType(Refused.class, () -> read(body));
    }
}
