package dev.callsheet.avatar.inbound;

import static org.assertj.core.api.Assertions.assertThat;

import dev.callsheet.avatar.domain.Change;
import dev.callsheet.avatar.domain.Journals;
import dev.callsheet.avatar.domain.Orders;
import dev.callsheet.avatar.domain.Session;
import dev.callsheet.avatar.domain.SessionOrder;
import dev.callsheet.avatar.domain.SessionStore;
import dev.callsheet.avatar.domain.TurnArchive;
import dev.callsheet.conversation.line.LanguageModel.Words;
import dev.callsheet.conversation.pipeline.TurnJournal;
import dev.callsheet.conversation.plan.Keepsakes;
import dev.callsheet.conversation.turn.Input;
import dev.callsheet.conversation.turn.Origin;
import dev.callsheet.conversation.turn.Timeline;
import dev.callsheet.conversation.turn.TurnRecord;
import dev.callsheet.stack.RealPartsResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What conversations remember, in a real PostgreSQL. */
@QuarkusTest
@WithTestResource(
        value = RealPartsResource.class,
        initArgs = {
            @ResourceArg(name = "parts", value = "kafka,postgres"),
            @ResourceArg(name = "schema", value = "avatar")
        })
@WithTestResource(FakeProviders.class)
class JournalsIT {
    private static final Instant NOW = Instant.now().truncatedTo(ChronoUnit.MILLIS);

    @Inject
    SessionStore store;

    @Inject
    Journals journals;

    @Inject
    TurnArchive archive;

    @Inject
    Keepsakes keepsakes;

    @Test
    void aTurnUnderWayIsFoundAsItWasLeft() {
        var order = session("journal-open");
        var journal = journals.journal(order, null);
        assertThat(journal.open()).isEqualTo(TurnJournal.Left.NOTHING);

        turn(journal, 1, input("a"));
        journal.accepted(input("b"));
        journal.accepted(input("c"));
        journal.began(2, List.of(input("b"), input("c")), NOW);
        journal.sentence(2, 0, "One is here.");
        journal.sentence(2, 1, "Two is here.");
        journal.spoken(2, 1);
        journal.accepted(input("d"));

        var left = journals.journal(order, null).open();
        assertThat(left.lastTurn()).isEqualTo(2);
        assertThat(left.open())
                .isEqualTo(new TurnJournal.OpenTurn(
                        2, List.of(input("b"), input("c")), List.of("One is here.", "Two is here."), 1, false));
        assertThat(left.waiting()).containsExactly(input("d"));
        assertThat(left.known()).containsExactlyInAnyOrder("a", "b", "c", "d");
        assertThat(left.history()).extracting(Words::text).containsExactly("a", "Answer.");
        journal.written(2);
        assertThat(journal.open().open()).matches(open -> open != null && open.written());
    }

    @Test
    void wordsLeftForTheOwnerAreGivenOnceAndTakenOnce() {
        var order = session("journal-inbox");
        var journal = journals.journal(order, null);
        journals.post(order.sessionId(), input("a"));
        journals.post(order.sessionId(), input("a"));
        journals.post(order.sessionId(), input("b"));

        assertThat(journals.posted(order.sessionId())).containsExactly(input("a"), input("b"));
        assertThat(journals.posted(order.sessionId())).isEmpty();
        assertThat(journal.open().waiting()).as("the owner died").containsExactly(input("a"), input("b"));
        assertThat(journal.open().known()).isEmpty();
        assertThat(journal.accepted(input("a"))).isTrue();
        assertThat(journal.accepted(input("a"))).isFalse();
        journal.skipped(input("b"), "turn.queue_full");
        journal.skipped(input("b"), "turn.queue_full");
        assertThat(journal.accepted(input("b"))).isFalse();
        assertThat(journal.open().waiting()).containsExactly(input("a"));
    }

    @Test
    void turnsAreReadAsTheyEnded() {
        var order = session("journal-turns");
        var journal = journals.journal(order, null);
        turn(journal, 1, input("a"));
        turn(journal, 2, input("b"));

        assertThat(archive.turns(order.sessionId(), 0, 10))
                .containsExactly(record(1, input("a")), record(2, input("b")));
        assertThat(archive.turns(order.sessionId(), 1, Integer.MAX_VALUE)).containsExactly(record(2, input("b")));
        assertThat(archive.pace(List.of(order.sessionId()), NOW.minusSeconds(60)))
                .containsEntry(order.sessionId(), new TurnArchive.Pace(2, 900L));
        assertThat(archive.pace(List.of(order.sessionId()), NOW.plusSeconds(60)))
                .isEmpty();
    }

    @Test
    void wordsGoWithTheSessionUnlessThereIsConsent() {
        var order = session("journal-forget");
        turn(journals.journal(order, null), 1, input("a"));

        journals.closed(order, NOW);

        var turn = archive.turns(order.sessionId(), 0, 10).getFirst();
        assertThat(turn.answer() + turn.spoken() + turn.inputs().getFirst().text())
                .isEmpty();
        assertThat(turn.timeline()).isEqualTo(record(1, input("a")).timeline());
    }

    @Test
    void withConsentTheyStayUntilTheirTimeIsOver() {
        var order = session("journal-keep");
        turn(journals.journal(order, null), 1, input("a"));
        journals.closed(consenting(order), NOW);
        journals.closed(consenting(order), NOW.plusSeconds(999));

        keepsakes.forgetExpired(NOW.plus(Duration.ofMinutes(59)), 100);
        assertThat(archive.turns(order.sessionId(), 0, 10)).containsExactly(record(1, input("a")));
        assertThat(keepsakes.forgetExpired(NOW.plus(Duration.ofMinutes(60)), 100))
                .isEqualTo(1);
        assertThat(archive.turns(order.sessionId(), 0, 10).getFirst().spoken()).isEmpty();
        assertThat(keepsakes.forgetExpired(NOW.plus(Duration.ofMinutes(60)), 100))
                .isZero();
    }

    private SessionOrder session(String key) {
        var order = Orders.order(key);
        store.open(new Change(new Session.Requested(order), List.of(), List.of()), "print", null);
        return order;
    }

    private static SessionOrder consenting(SessionOrder order) {
        return new SessionOrder(
                order.sessionId(),
                order.tenant(),
                order.requestId(),
                order.avatarId(),
                order.mode(),
                null,
                null,
                null,
                order.language(),
                order.maxLength(),
                false,
                false,
                null,
                order.turnPolicy(),
                null,
                new SessionOrder.Consent(true, false, Duration.ofHours(1)),
                order.disclosure(),
                List.of());
    }

    private static void turn(TurnJournal journal, int number, Input input) {
        journal.accepted(input);
        journal.began(number, List.of(input), NOW);
        journal.sentence(number, 0, "Answer.");
        journal.written(number);
        journal.ended(record(number, input));
    }

    private static TurnRecord record(int number, Input input) {
        var line = Timeline.from(input)
                .token(NOW.plusMillis(100))
                .sentence(NOW.plusMillis(200))
                .audio(NOW.plusMillis(300))
                .sent(NOW.plusMillis(400))
                .frame(NOW.plusMillis(900));
        return new TurnRecord(number, List.of(input), "Answer.", "Answer.", false, line, NOW.plusSeconds(2));
    }

    private static Input input(String id) {
        return new Input(id, id, Origin.REST, null, false, NOW, null);
    }
}
