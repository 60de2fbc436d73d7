package dev.callsheet.twin.queue.domain.fault;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

class FaultBoardTest {

    private static final Instant NOW = Instant.parse("2026-01-01T00:00:00Z");

    private final FaultBoard board = new FaultBoard(Duration.ofSeconds(10));

    @Test
    void aMagicWordStrikesAsOftenAsItSays() {
        var prompt = "[[fault:rate-limited:2]] a boat";

        assertThat(struck(prompt, NOW)).containsExactly(AnswerFault.RATE_LIMITED);
        assertThat(struck(prompt, NOW)).containsExactly(AnswerFault.RATE_LIMITED);
        assertThat(struck(prompt, NOW)).isEmpty();
        assertThat(struck("[[fault:rate-limited]] another", NOW)).containsExactly(AnswerFault.RATE_LIMITED);
    }

    @Test
    void anOutageStrikesEverybodyUntilItsWindowCloses() {
        assertThat(struck("[[fault:unavailable]] a boat", NOW)).containsExactly(AnswerFault.UNAVAILABLE);

        assertThat(struck("a house", NOW.plusSeconds(9))).containsExactly(AnswerFault.UNAVAILABLE);
        assertThat(struck("a house", NOW.plusSeconds(10))).isEmpty();
    }

    @Test
    void anArmedFaultIsUsedUp() {
        arm(AnswerFault.LOST_ANSWER, 1);

        assertThat(struck("a house", NOW)).containsExactly(AnswerFault.LOST_ANSWER);
        assertThat(struck("a house", NOW)).isEmpty();
        assertThat(board.armed(NOW)).isEmpty();
    }

    @Test
    void anArmedFaultWaitsForItsOwnDoor() {
        arm(ReadFault.READ_FAILED, 1);

        assertThat(struck("a house", NOW)).isEmpty();
        assertThat(faults(new Call(Door.READ, "m", "a house", "job"), NOW)).containsExactly(ReadFault.READ_FAILED);
    }

    @Test
    void onePromptMayHoldAFaultForEachSideOfAJob() {
        var prompt = "[[fault:lost-answer]] [[fault:job-wedged]] [[fault:job-failed]] [[fault:empty-outcome:*:7]]";

        var blows = board.strike(Call.submit("m", prompt), NOW);

        assertThat(blows.all())
                .containsExactly(
                        Blow.usual(AnswerFault.LOST_ANSWER),
                        Blow.usual(JobFault.JOB_WEDGED),
                        Blow.of(JobFault.EMPTY_OUTCOME, null, 7));
        assertThat(blows.ofTheJob()).hasSize(2);
    }

    @Test
    void aRefusedSubmitLeavesTheFaultsOfItsJobForTheNextOne() {
        arm(JobFault.JOB_FAILED, 1);
        arm(AnswerFault.BACKEND_ERROR, 1);

        assertThat(struck("a house", NOW)).containsExactly(AnswerFault.BACKEND_ERROR);
        assertThat(struck("a house", NOW)).containsExactly(JobFault.JOB_FAILED);
    }

    @Test
    void aWordForListsWaitsForTheNextList() {
        assertThat(struck("[[fault:list-short:1:3]]", NOW)).isEmpty();

        assertThat(board.strike(Call.at(Door.LIST, "m"), NOW).all())
                .containsExactly(Blow.of(ListFault.LIST_SHORT, null, 3));
        assertThat(faults(Call.at(Door.LIST, "m"), NOW)).isEmpty();
    }

    @Test
    void aScriptComesLastAndTellsHowOftenItStruck() {
        var rule = new Rule(
                Blow.usual(AnswerFault.LOST_ANSWER),
                new Rule.When.Nth(Set.of(2L)),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                5);
        board.load(new Script(1, List.of(rule)), NOW);

        assertThat(struck("a", NOW)).isEmpty();
        assertThat(struck("b", NOW)).containsExactly(AnswerFault.LOST_ANSWER);
        assertThat(struck("c", NOW)).isEmpty();
        assertThat(board.script().orElseThrow().rules())
                .containsExactly(new ScriptView.RuleView(0, "lost-answer", "submit", 3, 1, "calls [2]"));
    }

    @Test
    void wordsAreTakenOutOfThePicture() {
        assertThat(FaultWord.strip("[[fault:job-failed:*]] a boat [[fault:job-wedged:*:5s]]"))
                .isEqualTo("a boat");
        assertThat(FaultWord.in("[[fault:no-such-thing]] a boat")).isEmpty();
        assertThat(FaultWord.in("[[fault:job-wedged:*:5s]]"))
                .containsExactly(
                        new FaultWord(Blow.of(JobFault.JOB_WEDGED, Duration.ofSeconds(5), null), Traits.ALWAYS, true));
    }

    @Test
    void everyFaultHasANameOfItsOwn() {
        assertThat(Fault.all()).extracting(Fault::word).doesNotHaveDuplicates().hasSizeGreaterThan(45);
    }

    private void arm(Fault fault, int count) {
        board.arm(new FaultBoard.Armed(Blow.usual(fault), count, NOW.plusSeconds(60)));
    }

    private List<Fault> struck(String prompt, Instant at) {
        return faults(Call.submit("m", prompt), at);
    }

    private List<Fault> faults(Call call, Instant at) {
        return board.strike(call, at).all().stream().map(Blow::fault).toList();
    }
}
