package dev.callsheet.twin.queue.domain;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class FaultBoardTest {

    private static final Instant NOW = Instant.parse("2026-01-01T00:00:00Z");

    private final FaultBoard board = new FaultBoard(Duration.ofSeconds(10));

    @Test
    void aMagicWordStrikesAsOftenAsItSays() {
        var prompt = "[[fault:rate-limited:2]] a boat";

        assertThat(board.strike(prompt, NOW)).contains(Fault.RATE_LIMITED);
        assertThat(board.strike(prompt, NOW)).contains(Fault.RATE_LIMITED);
        assertThat(board.strike(prompt, NOW)).isEmpty();
        assertThat(board.strike("[[fault:rate-limited]] another", NOW)).contains(Fault.RATE_LIMITED);
    }

    @Test
    void anOutageStrikesEverybodyUntilItsWindowCloses() {
        assertThat(board.strike("[[fault:unavailable]] a boat", NOW)).contains(Fault.UNAVAILABLE);

        assertThat(board.strike("a house", NOW.plusSeconds(9))).contains(Fault.UNAVAILABLE);
        assertThat(board.strike("a house", NOW.plusSeconds(10))).isEmpty();
    }

    @Test
    void anArmedFaultIsUsedUp() {
        board.arm(new FaultBoard.Armed(Fault.LOST_ANSWER, 1, NOW.plusSeconds(60)));

        assertThat(board.strike("a house", NOW)).contains(Fault.LOST_ANSWER);
        assertThat(board.strike("a house", NOW)).isEmpty();
        assertThat(board.armed(NOW)).isEmpty();
    }

    @Test
    void wordsAreTakenOutOfThePicture() {
        assertThat(FaultWord.strip("[[fault:job-failed:*]] a boat")).isEqualTo("a boat");
        assertThat(FaultWord.in("[[fault:no-such-thing]] a boat")).isEmpty();
    }
}
