package dev.callsheet.twin.billing;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import dev.callsheet.twin.SettingsFor;
import dev.callsheet.twin.StateFolder;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Clock;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class JournalTest {

    @TempDir
    Path folder;

    @Test
    void chargesOutliveARestart() {
        journal().charge("liveavatar", "s1", 100_000, "minute 1");
        journal().charge("liveavatar", "s1", 100_000, "minute 2");

        assertThat(journal().entries()).extracting(JournalEntry::what).containsExactly("minute 1", "minute 2");
    }

    @Test
    void whatIsChargedOnceIsNotChargedAgainAfterARestart() {
        assertThat(journal().chargeOnce("wan2.7-i2v", "j1", 500_000, "5 s 720P"))
                .isTrue();

        assertThat(journal().chargeOnce("wan2.7-i2v", "j1", 500_000, "5 s 720P"))
                .isFalse();
        assertThat(journal().entries()).hasSize(1);
    }

    @Test
    void aLineCutByAKillSpoilsNoOther() throws IOException {
        journal().charge("wan2.7-i2v", "j1", 1, "x");
        Files.writeString(folder.resolve("journal.jsonl"), "{\"at\":\"2026", StandardOpenOption.APPEND);

        journal().charge("wan2.7-i2v", "j2", 2, "x");

        assertThat(journal().entries()).extracting(JournalEntry::id).containsExactly("j1", "j2");
    }

    private Journal journal() {
        return new Journal(
                new StateFolder(SettingsFor.stateFolder(folder)),
                new ObjectMapper().registerModule(new JavaTimeModule()),
                Clock.systemUTC());
    }
}
