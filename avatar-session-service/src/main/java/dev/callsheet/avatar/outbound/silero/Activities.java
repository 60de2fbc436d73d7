package dev.callsheet.avatar.outbound.silero;

import ai.onnxruntime.OrtException;
import dev.callsheet.conversation.hearing.VoiceActivity;
import jakarta.annotation.PreDestroy;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.InputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/** Gives each microphone its voice activity: by Silero's model, or by loudness where the model cannot be had. */
@Singleton
class Activities implements VoiceActivity.Source {
    /** Of the file that the figures in the README were measured with. */
    static final String SHA256 = "2623a2953f6ff3d2c1e61740c6cdb7168133479b267dfef114a4a3cc5bdd788f";

    private static final String FILE = "/models/silero-vad.onnx";
    private static final Logger LOG = Logger.getLogger(Activities.class);

    private final @Nullable SileroModel model;

    Activities() {
        this(FILE);
    }

    Activities(String file) {
        model = load(file);
    }

    @Override
    public VoiceActivity open() {
        if (model == null) {
            return new LoudnessActivity();
        }
        try {
            return new SileroActivity(model.open());
        } catch (OrtException e) {
            throw new IllegalStateException("a microphone's memory cannot be had", e);
        }
    }

    private static @Nullable SileroModel load(String file) {
        try (InputStream in = Activities.class.getResourceAsStream(file)) {
            if (in == null) {
                throw new IOException("it is not in the application");
            }
            byte[] bytes = in.readAllBytes();
            String found = HexFormat.of()
                    .formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
            if (!found.equals(SHA256)) {
                throw new IOException("its SHA-256 is " + found + " instead of " + SHA256);
            }
            return new SileroModel(bytes);
        } catch (IOException | OrtException | NoSuchAlgorithmException | LinkageError e) {
            LOG.warnf(
                    "no speech model (%s): microphones are listened to by loudness, and noise may count as speech", e);
            return null;
        }
    }

    @PreDestroy
    void close() throws OrtException {
        if (model != null) {
            model.close();
        }
    }
}
