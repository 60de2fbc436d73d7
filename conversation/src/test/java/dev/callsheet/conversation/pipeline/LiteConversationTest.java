package dev.callsheet.conversation.pipeline;

import static org.assertj.core.api.Assertions.assertThat;

import dev.callsheet.conversation.line.AvatarEvent;
import dev.callsheet.conversation.line.LanguageModel.Words;
import dev.callsheet.conversation.turn.History;
import dev.callsheet.conversation.turn.TurnPolicy;
import java.time.Duration;
import java.util.ArrayList;
import org.junit.jupiter.api.Test;

class LiteConversationTest {
    private final Rig rig = new Rig(TurnPolicy.INTERRUPT);

    @Test
    void theFirstSentenceIsSpokenWhileTheSecondIsWritten() {
        rig.say("Hello?");
        rig.write("I am here. And what");

        assertThat(rig.voiced).containsExactly("I am here.");
        assertThat(rig.given()).containsExactly("1:turn-1.0:400", "1:turn-1.0:1000", "1:turn-1.0:600");
    }

    @Test
    void voicesAreAskedForOneSentenceAhead() {
        rig.say("Hello?");
        rig.write("One is here. Two is here. Three is here. Four is here. ");

        // The first is with the avatar, the second is being given.
        assertThat(rig.voiced).containsExactly("One is here.", "Two is here.", "Three is here.");
        rig.started("turn-1.0");
        rig.run(1499);
        assertThat(rig.voiced).doesNotContain("Four is here.");
        rig.run(1);
        assertThat(rig.voiced).contains("Four is here.");
    }

    @Test
    void theAvatarIsNeverFarAheadOfWhatItCanHavePlayed() {
        rig.say("Hello?");
        rig.write("One is here. Two is here. Three is here. ");
        rig.written();

        assertThat(rig.given()).hasSize(3);
        rig.run(1000);
        assertThat(rig.given()).isEmpty();
        rig.started("turn-1.0");
        rig.run(499);
        assertThat(rig.given()).isEmpty();
        rig.run(1);
        assertThat(rig.given()).containsExactly("1:turn-1.0:1000");
        rig.run(4500);
        assertThat(rig.given()).endsWith("1:turn-1.0:end");
    }

    @Test
    void afterAnInterruptNothingOfTheTurnIsGivenAndItIsKnownWhatWasHeard() {
        rig.say("Hello?");
        rig.write("One two three four five six seven. And more comes. ");
        rig.started("turn-1.0");
        rig.run(1000);
        rig.given();
        rig.conversation.interrupt();
        rig.run(0);
        rig.write("late words. ");
        rig.voices.getLast().pcm(new byte[96_000]);
        rig.run(20_000);

        assertThat(rig.given()).containsExactly("1:interrupt");
        var turn = rig.told(Told.TurnEnded.class).getFirst().turn();
        assertThat(turn.interrupted()).isTrue();
        assertThat(turn.spoken()).isEqualTo("One two three");
        rig.say("And now?");
        assertThat(rig.asked.getLast())
                .extracting(Words::text)
                .endsWith("Hello?", "One two three " + History.CUT, "And now?");
    }

    @Test
    void whoeverSpeaksHushesTheAvatarAndIfItWasNothingTheSentenceIsSaidAgain() {
        rig.say("Hello?");
        rig.write("One is here. Two is here. ");
        rig.written();
        rig.started("turn-1.0");
        rig.run(2500);
        rig.given();
        rig.conversation.speechBegan(rig.loop.now());
        rig.run(3000);
        assertThat(rig.given()).containsExactly("1:interrupt");
        rig.conversation.speechDropped();
        rig.run(0);

        assertThat(rig.given())
                .containsExactly("1:turn-1.1:400", "1:turn-1.1:1000", "1:turn-1.1:600", "1:turn-1.1:end");
        rig.started("turn-1.1");
        assertThat(rig.told(Told.TurnSentence.class))
                .extracting(Told.TurnSentence::index)
                .containsExactly(0, 1, 1);
    }

    @Test
    void anotherLineGetsTheSentenceInFlightFromItsBeginAndNothingBeforeIt() {
        rig.say("Hello?");
        rig.write("One is here. Two is here. Three is here. ");
        rig.written();
        rig.started("turn-1.0");
        rig.run(3900);
        rig.given();
        rig.conversation.use(2, rig.line("2"));
        rig.run(0);

        assertThat(rig.given())
                .containsExactly("2:interrupt", "1:close", "2:turn-1.1:400", "2:turn-1.1:1000", "2:turn-1.1:600");
        rig.conversation.heard(1, new AvatarEvent.Ended("turn-1.0"));
        rig.conversation.heard(2, new AvatarEvent.Started("turn-1.1"));
        rig.run(4000);
        rig.conversation.heard(2, new AvatarEvent.Ended("turn-1.1"));
        rig.run(0);
        var turn = rig.told(Told.TurnEnded.class).getFirst().turn();
        assertThat(turn.interrupted()).isFalse();
        assertThat(turn.spoken()).isEqualTo("One is here. Two is here. Three is here.");
        assertThat(rig.voiced).hasSize(3);
    }

    @Test
    void withoutALineTheTurnWaits() {
        rig.say("Hello?");
        rig.write("One is here. ");
        rig.written();
        rig.conversation.heard(1, new AvatarEvent.Lost("broken"));
        rig.run(30_000);
        assertThat(rig.told(Told.TurnEnded.class)).isEmpty();
        rig.given();
        rig.conversation.use(1, rig.line("1"));
        rig.run(0);

        assertThat(rig.given()).contains("1:turn-1.1:400", "1:turn-1.1:end");
    }

    @Test
    void whatBeginsLateOfASilencedTurnIsSilencedAgainOnce() {
        rig.say("Hello?");
        rig.write("One is here. ");
        rig.say("And now?");
        rig.write("Two is here. ");
        rig.given();
        rig.started("turn-1.0");
        rig.started("turn-1.0");

        assertThat(rig.given()).containsExactly("1:interrupt", "1:turn-2.1:400", "1:turn-2.1:1000", "1:turn-2.1:600");
    }

    @Test
    void aModelThatFailsIsAskedOnceMoreThenItIsToldAndTheNextTurnGoesOn() {
        rig.say("Hello?");
        rig.writers.getLast().failed("llm.down", "It is down.");
        rig.run(0);
        assertThat(rig.asked).hasSize(2);
        assertThat(rig.told(Told.Trouble.class)).isEmpty();
        rig.writers.getLast().failed("llm.down", "It is down.");
        rig.run(0);

        assertThat(rig.told(Told.Trouble.class)).containsExactly(new Told.Trouble("llm.down", "It is down."));
        assertThat(rig.told(Told.TurnEnded.class)).hasSize(1);
        rig.say("And now?");
        rig.write("I am back. ");
        assertThat(rig.given()).contains("1:turn-2.0:400");
    }

    @Test
    void aSilentModelAndASilentVoiceAreNotWaitedForForEver() {
        rig.say("Hello?");
        rig.run(10_000);
        assertThat(rig.asked).hasSize(2);
        rig.mute = true;
        rig.write("One is here. ");
        rig.written();
        rig.run(20_000);

        assertThat(rig.voiced).containsExactly("One is here.", "One is here.");
        assertThat(rig.told(Told.Trouble.class)).extracting(Told.Trouble::code).containsExactly("speech.silent");
        assertThat(rig.conversation.idle()).isTrue();
    }

    @Test
    void anAvatarThatDoesNotSayThatItHasEndedKeepsNoTurnOpen() {
        rig.say("Hello?");
        rig.write("One is here. ");
        rig.written();
        rig.started("turn-1.0");
        rig.run(7001);

        assertThat(rig.told(Told.Trouble.class)).extracting(Told.Trouble::code).containsExactly("avatar.no_end");
        assertThat(rig.told(Told.TurnEnded.class).getFirst().turn().spoken()).isEqualTo("One is here.");
    }

    @Test
    void anAvatarThatDoesNotBeginIsGivenTheSameOnceMore() {
        rig.say("Hello?");
        rig.write("One is here. ");
        rig.written();
        rig.given();
        rig.run(8000);
        assertThat(rig.given()).startsWith("1:interrupt", "1:turn-1.1:400");
        rig.run(8000);

        assertThat(rig.told(Told.Trouble.class)).extracting(Told.Trouble::code).containsExactly("avatar.no_start");
        assertThat(rig.told(Told.TurnEnded.class).getFirst().turn().interrupted())
                .isTrue();
    }

    @Test
    void anotherProcessGoesOnWithTheSentenceThatWasInFlight() {
        rig.say("Hello?");
        rig.write("One is here. Two is here. ");
        rig.started("turn-1.0");
        rig.run(2500);

        var next = new Rig(TurnPolicy.INTERRUPT, rig.journal);

        assertThat(next.voiced).containsExactly("Two is here.");
        assertThat(next.asked.getFirst()).extracting(Words::text).contains("One is here. Two is here.");
        next.write("Three is here. ");
        assertThat(next.journal.sentences.get(1)).containsExactly("One is here.", "Two is here.", "Three is here.");
        assertThat(next.told(Told.TurnStarted.class)).hasSize(1);
    }

    @Test
    void aMomentBetweenTwoSentencesIsQuiet() {
        var ran = new ArrayList<String>();
        rig.say("Hello?");
        rig.write("One is here. Two is here. ");
        rig.started("turn-1.0");
        rig.run(500);
        rig.conversation.whenQuiet(Duration.ofSeconds(9), () -> ran.add("quiet"));
        rig.run(1499);
        assertThat(ran).isEmpty();
        rig.run(1);
        assertThat(ran).containsExactly("quiet");
    }

    @Test
    void aFarewellLetsTheSentenceInFlightEndAndNoMore() {
        var ran = new ArrayList<String>();
        rig.say("Hello?");
        rig.write("One is here. Two is here. Three is here. ");
        rig.written();
        rig.started("turn-1.0");
        rig.run(1900);
        rig.given();
        rig.conversation.farewell("That is all.", () -> ran.add("parted"));
        rig.run(100);

        assertThat(rig.given()).containsSequence("1:interrupt", "1:turn-2.0:400");
        assertThat(rig.told(Told.TurnEnded.class).getFirst().turn().spoken()).isEqualTo("One is here.");
        rig.started("turn-2.0");
        rig.run(2000);
        rig.ended("turn-2.0");
        assertThat(ran).containsExactly("parted");
    }

    @Test
    void eachStageOfATurnHasItsMoment() {
        rig.say("Hello?");
        rig.mute = true;
        rig.run(100);
        rig.write("One is");
        rig.run(100);
        rig.write(" here. ");
        rig.run(100);
        rig.voices.getLast().pcm(new byte[480]);
        rig.run(100);
        rig.voices.getLast().pcm(new byte[48_000]);
        rig.run(100);
        rig.started("turn-1.0");
        rig.conversation.interrupt();
        rig.run(0);

        var line = rig.told(Told.TurnEnded.class).getFirst().turn().timeline();
        assertThat(line.since(line.firstToken())).isEqualTo(100);
        assertThat(line.since(line.firstSentence())).isEqualTo(200);
        assertThat(line.since(line.firstAudio())).isEqualTo(300);
        assertThat(line.since(line.sent())).isEqualTo(400);
        assertThat(line.since(line.firstFrame())).isEqualTo(500);
    }

    @Test
    void whoComesBackIsToldWhatItMissed() {
        var reader = new Reader();
        rig.conversation.join(reader, "");
        rig.say("Hello?");
        rig.conversation.leave(reader);
        rig.write("One is here. ");
        int before = reader.seen.size();
        rig.conversation.join(reader, reader.cursor);
        rig.run(0);

        assertThat(reader.seen.subList(before, reader.seen.size()))
                .containsExactly(new Told.Hello(true), new Told.TurnToken(1, "One is here. "));
        var stranger = new Reader();
        rig.conversation.join(stranger, "other-12");
        rig.run(0);
        assertThat(stranger.seen.getFirst()).isEqualTo(new Told.Hello(false));
        assertThat(stranger.seen.get(1)).isInstanceOf(Told.TurnStarted.class);
    }
}
