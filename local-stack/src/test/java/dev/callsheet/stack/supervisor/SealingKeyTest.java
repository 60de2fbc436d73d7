package dev.callsheet.stack.supervisor;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Base64;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SealingKeyTest {
    @TempDir
    private Path folder;

    @Test
    void theKeyIsMadeOnceAndNobodyElseReadsIt() throws IOException {
        Path file = folder.resolve("data/identity.key");

        String first = SealingKey.in(file);

        assertThat(Base64.getDecoder().decode(first)).hasSize(32);
        assertThat(SealingKey.in(file)).isEqualTo(first);
        assertThat(SealingKey.in(folder.resolve("another.key"))).isNotEqualTo(first);
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
                .isEqualTo("rw-------");
        assertThat(folder.resolve("data")).isDirectoryContaining("glob:**/identity.key");
    }
}
