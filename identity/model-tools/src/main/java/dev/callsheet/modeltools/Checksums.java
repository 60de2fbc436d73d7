package dev.callsheet.modeltools;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** SHA-256 of files, in lower-case hexadecimal. */
final class Checksums {
    private Checksums() {}

    static String of(byte[] bytes) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has SHA-256", e);
        }
    }

    /**
     * Reads a file that must have this checksum.
     *
     * @throws ModelBuildException if it is missing or another
     */
    static byte[] readChecked(Path file, String expected) {
        byte[] bytes;
        try {
            bytes = Files.readAllBytes(file);
        } catch (IOException e) {
            throw new ModelBuildException(
                    "cannot read " + file + "; is the package installed as its lock file says?", e);
        }
        require(file.getFileName().toString(), of(bytes), expected);
        return bytes;
    }

    static void require(String name, String found, String expected) {
        if (!found.equals(expected)) {
            throw new ModelBuildException(name + " has SHA-256 " + found + ", expected " + expected
                    + ". Either the package was changed or the converter was: check which before accepting it in"
                    + " checksums.json.");
        }
    }
}
