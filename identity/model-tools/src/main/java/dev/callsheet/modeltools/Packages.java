package dev.callsheet.modeltools;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** The npm packages that hold the weights, installed exactly as {@code package-lock.json} says, without any script. */
final class Packages {
    private static final int INSTALL_MINUTES = 10;

    private final Path folder;

    Packages(Path folder) {
        this.folder = folder;
    }

    /** Installs the packages if they are missing or older than the lock file. */
    void install() {
        try {
            Path installed = folder.resolve("node_modules/.package-lock.json");
            FileTime locked = Files.getLastModifiedTime(folder.resolve("package-lock.json"));
            if (Files.exists(installed) && Files.getLastModifiedTime(installed).compareTo(locked) >= 0) {
                return;
            }
            System.out.println("Installing the models' packages with npm (once) ...");
            run(installed);
        } catch (IOException e) {
            throw new ModelBuildException(
                    "npm could not be started (" + e.getMessage()
                            + "). The models come from npm packages: install Node.js 20 or newer with npm.",
                    e);
        }
    }

    private void run(Path installed) throws IOException {
        Path log = Files.createTempFile("callsheet-npm", ".log");
        try {
            Process npm = new ProcessBuilder(List.of("npm", "ci", "--ignore-scripts", "--no-audit", "--no-fund"))
                    .directory(folder.toFile())
                    .redirectErrorStream(true)
                    .redirectOutput(log.toFile())
                    .start();
            npm.getOutputStream().close();
            boolean ended = npm.waitFor(INSTALL_MINUTES, TimeUnit.MINUTES);
            if (!ended) {
                npm.destroyForcibly();
            }
            if (!ended || npm.exitValue() != 0) {
                throw new ModelBuildException("npm ci failed in " + folder
                        + " (no network, or a package that the registry does not serve?):\n" + Files.readString(log));
            }
            Files.setLastModifiedTime(installed, FileTime.fromMillis(System.currentTimeMillis()));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new ModelBuildException("interrupted while npm was installing", e);
        } finally {
            Files.deleteIfExists(log);
        }
    }

    Path file(String path) {
        return folder.resolve("node_modules").resolve(path);
    }
}
