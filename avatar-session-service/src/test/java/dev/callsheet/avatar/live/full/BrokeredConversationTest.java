package dev.callsheet.avatar.live.full;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.callsheet.avatar.domain.BrokeredLine;
import dev.callsheet.conversation.line.AvatarEvent;
import dev.callsheet.conversation.pipeline.Loops;
import dev.callsheet.conversation.pipeline.Told;
import dev.callsheet.conversation.pipeline.TurnJournal;
import dev.callsheet.conversation.pipeline.Viewer;
import dev.callsheet.conversation.turn.Input;
import dev.callsheet.conversation.turn.Origin;
import dev.callsheet.conversation.turn.TurnPolicy;
import dev.callsheet.conversation.turn.TurnRecord;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Words go into the provider's room by a viewer, and what happens there is written down. */
class BrokeredConversationTest {
    private final Loops loops = new Loops();
    private final Notes journal = new Notes();
    private final Room room = new Room();
    private final Seen viewer = new Seen();

    @AfterEach
    void stop() {
        loops.close();
    }

    @Test
    void aViewerCarriesTheWordsAndTheAnswerIsWrittenDown() {
        var talk = talk(TurnPolicy.INTERRUPT);
        talk.say(input("i1", "Who are you?"));
        viewer.awaits("avatar.speak_response", "Who are you?", "turn-1.1");

        answer(talk, "turn-1.1", "I am a guide.");

        await().until(() -> journal.ended.size() == 1);
        var turn = journal.ended.getFirst();
        assertThat(turn.answer()).isEqualTo("I am a guide.");
        assertThat(turn.spoken()).isEqualTo("I am a guide.");
        assertThat(turn.interrupted()).isFalse();
        assertThat(turn.timeline().firstFrame()).isNotNull();
        assertThat(talk.idle()).isTrue();
        talk.close("CLIENT_ENDED");
        assertThat(viewer.told).last().isEqualTo(new Told.SessionEnded("CLIENT_ENDED"));
        assertThat(room.closed).isTrue();
    }

    @Test
    void newWordsCutTheAnswerAndItsLateEventsBelongToNobody() {
        var talk = talk(TurnPolicy.INTERRUPT);
        talk.say(input("i1", "Tell me a long story."));
        viewer.awaits("turn-1.1");
        talk.vendorEvent(viewer, event("avatar.transcription", "turn-1.1", "Once upon a time."));
        talk.vendorEvent(viewer, event("avatar.speak_started", "turn-1.1", ""));

        talk.say(input("i2", "Stop. What time is it?"));

        viewer.awaits("avatar.interrupt");
        viewer.awaits("turn-2.1");
        talk.vendorEvent(viewer, event("avatar.speak_ended", "turn-1.1", ""));
        answer(talk, "turn-2.1", "It is noon.");
        await().until(() -> journal.ended.size() == 2);
        assertThat(journal.ended).extracting(TurnRecord::interrupted).containsExactly(true, false);
        assertThat(journal.ended.getFirst().spoken()).isNotEqualTo("Once upon a time.");
    }

    @Test
    void whatIsSaidInTheRoomIsATurnWhetherEventsOrTheRecordTellIt() {
        var talk = talk(TurnPolicy.QUEUE);
        talk.vendorEvent(viewer, event("user.transcription", "", "Is it warm?"));
        answer(talk, "", "It is.");
        await().until(() -> journal.ended.size() == 1);

        // The record brings the same words once more, and others that no viewer handed on.
        room.said(false, "Is it warm?");
        room.said(true, "It is.");
        room.said(false, "And dry?");
        room.said(true, "Dry.");

        await().until(() -> journal.ended.size() == 2);
        assertThat(journal.ended.get(1).inputs()).extracting(Input::text).containsExactly("And dry?");
        assertThat(journal.ended.get(1).answer()).isEqualTo("Dry.");
    }

    @Test
    void wordsWaitForSomebodyWhoStandsInTheRoomAndAreTakenOnce() {
        var talk = BrokeredConversation.open(TurnPolicy.QUEUE, journal, loops.open(), Duration.ofMillis(50));
        talk.use(1, room);
        talk.say(input("i1", "Anybody?"));
        talk.say(input("i1", "Anybody?"));

        talk.join(viewer, "");

        viewer.awaits("turn-1.1");
        answer(talk, "turn-1.1", "Yes.");
        await().until(() -> journal.ended.size() == 1 && talk.idle());
        assertThat(viewer.controls).hasSize(1);
    }

    @Test
    void anEventOfSomebodyWhoIsNotInTheRoomCountsNothing() {
        var talk = talk(TurnPolicy.QUEUE);
        var stranger = new Seen();

        talk.vendorEvent(stranger, event("avatar.transcription", "", "I was never said."));
        talk.vendorEvent(viewer, "{not json");
        talk.say(input("i1", "Hello."));
        viewer.awaits("turn-1.1");

        assertThat(viewer.told.toString()).doesNotContain("never said");
    }

    @Test
    void aFarewellIsTheLastThatIsSaid() {
        var talk = talk(TurnPolicy.QUEUE);
        var gone = new AtomicBoolean();
        talk.say(input("i1", "Hello."));
        viewer.awaits("turn-1.1");

        talk.farewell("Good bye.", () -> gone.set(true));
        talk.say(input("i2", "One more!"));
        answer(talk, "turn-1.1", "Hello.");

        viewer.awaits("avatar.speak_text", "Good bye.", "turn-2.1");
        answer(talk, "turn-2.1", "Good bye.");
        await().untilTrue(gone);
        await().until(() -> journal.skipped.contains("i2 session.ending"));
    }

    @Test
    void anotherLegIsAskedAgain() {
        var talk = talk(TurnPolicy.QUEUE);
        talk.say(input("i1", "Hello."));
        viewer.awaits("turn-1.1");

        talk.heard(1, new AvatarEvent.Lost("gone"));
        talk.use(2, new Room());

        await().until(() -> viewer.controls.size() == 2);
        assertThat(room.closed).isTrue();
    }

    private BrokeredConversation talk(TurnPolicy policy) {
        var talk = BrokeredConversation.open(policy, journal, loops.open(), Duration.ofMillis(50));
        talk.use(1, room);
        talk.join(viewer, "");
        return talk;
    }

    private void answer(BrokeredConversation talk, String source, String words) {
        talk.vendorEvent(viewer, event("avatar.transcription.chunk", source, words));
        talk.vendorEvent(viewer, event("avatar.transcription", source, words));
        talk.vendorEvent(viewer, event("avatar.speak_started", source, ""));
        talk.vendorEvent(viewer, event("avatar.speak_ended", source, ""));
    }

    private static String event(String type, String source, String text) {
        return "{\"event_type\":\"" + type + "\",\"source_event_id\":\"" + source + "\",\"text\":\"" + text + "\"}";
    }

    private static Input input(String id, String text) {
        return new Input(id, text, Origin.TYPED, null, false, Instant.now(), null);
    }

    private static final class Seen implements Viewer {
        final List<Told> told = new CopyOnWriteArrayList<>();
        final List<String> controls = new CopyOnWriteArrayList<>();

        @Override
        public void tell(String cursor, Told message) {
            told.add(message);
            if (message instanceof Told.VendorControl(String json)) {
                controls.add(json);
            }
        }

        void awaits(String... parts) {
            await().until(() ->
                    controls.stream().anyMatch(json -> List.of(parts).stream().allMatch(json::contains)));
        }
    }

    private static final class Room implements BrokeredLine {
        private final List<Said> record = new CopyOnWriteArrayList<>();
        volatile boolean closed;

        void said(boolean avatar, String text) {
            record.add(new Said(avatar, text, Instant.now()));
        }

        @Override
        public String providerId() {
            return "room";
        }

        @Override
        public Part transcript(long from) {
            return new Part(record.subList((int) from, record.size()), record.size());
        }

        @Override
        public void speak(String utterance, byte[] pcm) {}

        @Override
        public void speakEnd(String utterance) {}

        @Override
        public void interrupt() {}

        @Override
        public void close() {
            closed = true;
        }
    }

    private static final class Notes implements TurnJournal {
        final List<TurnRecord> ended = new CopyOnWriteArrayList<>();
        final List<String> skipped = new CopyOnWriteArrayList<>();

        @Override
        public Left open() {
            return Left.NOTHING;
        }

        @Override
        public boolean accepted(Input input) {
            return true;
        }

        @Override
        public void skipped(Input input, String reason) {
            skipped.add(input.inputId() + " " + reason);
        }

        @Override
        public void began(int turn, List<Input> inputs, Instant at) {}

        @Override
        public void sentence(int turn, int index, String text) {}

        @Override
        public void written(int turn) {}

        @Override
        public void spoken(int turn, int before) {}

        @Override
        public void ended(TurnRecord turn) {
            ended.add(turn);
        }
    }
}
