package dev.callsheet.stack.supervisor;

import dev.callsheet.stack.StackFailure;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.Base64;

/** What a service seals with what it keeps of faces, or its secrets: made once for each state, readable by its owner alone. */
final class SealingKey {
    private static final int BYTES = 32;

    private SealingKey() {}

    /** @return base64 of 32 bytes, the same at every start with this file */
    static String in(Path file) {
        try {
            return Files.readString(file, StandardCharsets.US_ASCII).strip();
        } catch (NoSuchFileException e) {
            return made(file);
        } catch (IOException e) {
            throw new StackFailure(file + " cannot be read", e);
        }
    }

    private static String made(Path file) {
        byte[] key = new byte[BYTES];
        new SecureRandom().nextBytes(key);
        String text = Base64.getEncoder().encodeToString(key);
        try {
            Files.createDirectories(file.toAbsolutePath().getParent());
            Path draft = Files.createTempFile(
                    file.toAbsolutePath().getParent(),
                    "key",
                    "",
                    PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
            Files.writeString(draft, text, StandardCharsets.US_ASCII);
            Files.move(draft, file, StandardCopyOption.ATOMIC_MOVE);
            return text;
        } catch (IOException e) {
            throw new StackFailure(file + " cannot be written", e);
        }
    }
}
