package dev.callsheet.identity.onnx;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.lang.foreign.Arena;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Optional;

/** Where the models lie: a folder, or else the application's own resources, where the build puts them. */
public final class ModelFiles {
    private static final int CHUNK = 1 << 16;

    private final Optional<Path> folder;

    public ModelFiles(Optional<Path> folder) {
        this.folder = folder;
    }

    /**
     * Reads a model that must have this checksum into native memory, which lives as long as the arena. It never lies on
     * the heap as a whole, which would stay as large as that for ever.
     *
     * @throws ModelsUnusable if it is missing or another
     */
    public ByteBuffer read(String file, String sha256, Arena arena) {
        try {
            ByteBuffer bytes = arena.allocate(size(file)).asByteBuffer();
            try (InputStream in = open(file)) {
                byte[] chunk = new byte[CHUNK];
                for (int n = in.read(chunk); n >= 0; n = in.read(chunk)) {
                    bytes.put(chunk, 0, n);
                }
            }
            String found = sha256(bytes.flip().duplicate());
            if (!found.equals(sha256)) {
                throw new ModelsUnusable("model " + file + " has SHA-256 " + found + "; the calibration was made for "
                        + sha256 + ". Build the models again, or use the calibration that belongs to them.");
            }
            return bytes;
        } catch (IOException e) {
            throw new ModelsUnusable("model " + file + " cannot be read", e);
        }
    }

    private long size(String file) throws IOException {
        try (InputStream in = open(file)) {
            return in.transferTo(OutputStream.nullOutputStream());
        }
    }

    private static String sha256(ByteBuffer bytes) {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            digest.update(bytes);
            return HexFormat.of().formatHex(digest.digest());
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has SHA-256", e);
        }
    }

    /** The bytes of a file that is no model. */
    public InputStream resource(String file) {
        try (InputStream in = open(file)) {
            return new ByteArrayInputStream(in.readAllBytes());
        } catch (IOException e) {
            throw new ModelsUnusable(file + " cannot be read", e);
        }
    }

    private InputStream open(String file) throws IOException {
        if (folder.isPresent()) {
            return Files.newInputStream(folder.get().resolve(file));
        }
        InputStream in = ModelFiles.class.getResourceAsStream("/models/" + file);
        if (in == null) {
            throw new ModelsUnusable("model " + file + " is not in the application; the build makes it");
        }
        return in;
    }
}
