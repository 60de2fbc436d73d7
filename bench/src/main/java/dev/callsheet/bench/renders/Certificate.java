package dev.callsheet.bench.renders;

import dev.callsheet.stack.StackFailure;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;

/** A certificate for 127.0.0.1 that nobody has signed, made for one run; the file is key store and trust store. */
record Certificate(Path file) {
    static final String WORD = "of-one-run";
    private static final Duration LIMIT = Duration.ofSeconds(60);

    static Certificate make(Path folder) throws InterruptedException {
        Path file = folder.resolve("provider.p12");
        try {
            Files.createDirectories(folder);
            Process keytool = new ProcessBuilder(
                            Path.of(System.getProperty("java.home"), "bin", "keytool")
                                    .toString(),
                            "-genkeypair",
                            "-alias",
                            "provider",
                            "-keyalg",
                            "EC",
                            "-groupname",
                            "secp256r1",
                            "-dname",
                            "CN=127.0.0.1",
                            "-ext",
                            "san=ip:127.0.0.1",
                            "-validity",
                            "2",
                            "-storetype",
                            "PKCS12",
                            "-keystore",
                            file.toString(),
                            "-storepass",
                            WORD)
                    .redirectErrorStream(true)
                    .redirectOutput(folder.resolve("keytool.log").toFile())
                    .start();
            if (!keytool.waitFor(LIMIT) || keytool.exitValue() != 0) {
                throw new StackFailure("keytool made no certificate; see " + folder.resolve("keytool.log"));
            }
            return new Certificate(file);
        } catch (IOException e) {
            throw new StackFailure("keytool cannot be started: " + e.getMessage(), e);
        }
    }

    /** What makes a JVM trust it, and nobody else. */
    List<String> trusted() {
        return List.of("-Djavax.net.ssl.trustStore=" + file, "-Djavax.net.ssl.trustStorePassword=" + WORD);
    }
}
