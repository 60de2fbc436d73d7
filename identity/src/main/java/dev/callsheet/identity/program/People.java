package dev.callsheet.identity.program;

import dev.callsheet.decoder.Ffmpeg;
import dev.callsheet.decoder.NotDecodable;
import dev.callsheet.identity.calibration.Calibrator.Person;
import dev.callsheet.identity.decode.PictureFile;
import dev.callsheet.identity.face.Embedding;
import dev.callsheet.identity.face.Faces;
import dev.callsheet.identity.measure.References;
import dev.callsheet.identity.picture.Picture;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Stream;

/** Faces of known people out of a folder: {@code person/<id>/<picture>}. */
final class People {
    private final Ffmpeg ffmpeg;
    private final Faces faces;
    private final References references;

    People(Ffmpeg ffmpeg, Faces faces, References references) {
        this.ffmpeg = ffmpeg;
        this.faces = faces;
        this.references = references;
    }

    /**
     * All people of the folder, by name.
     *
     * @param told what was left out, and why
     * @param done after each person
     * @throws Unusable if the folder has not the form
     */
    List<Person> read(Path folder, Consumer<String> told, Consumer<String> done) {
        Path root = folder.resolve("person");
        if (!Files.isDirectory(root)) {
            throw new Unusable("DIR: found no folder 'person' in " + folder
                    + "; expected DIR/person/<id>/<picture>.jpg, .png or .webp");
        }
        List<Person> people = new ArrayList<>();
        for (Path one : listed(root).stream().filter(Files::isDirectory).toList()) {
            List<Embedding> found = new ArrayList<>();
            for (Path file : listed(one).stream().filter(Files::isRegularFile).toList()) {
                String name = one.getFileName() + "/" + file.getFileName();
                try {
                    face(file, name, told).ifPresent(found::add);
                } catch (NotDecodable e) {
                    told.accept(name + ": left out: " + e.getMessage());
                }
            }
            if (!found.isEmpty()) {
                people.add(new Person(one.getFileName().toString(), found));
            }
            done.accept(one.getFileName().toString());
        }
        return people;
    }

    private Optional<Embedding> face(Path file, String name, Consumer<String> told) {
        Picture picture = PictureFile.read(ffmpeg, file, head(file));
        Optional<References.Candidate> largest = references.largest(picture);
        if (largest.isEmpty()) {
            told.accept(name + ": left out: no face was found");
            return Optional.empty();
        }
        References.Candidate face = largest.get();
        if (face.others() > 0) {
            told.accept(name + ": " + (face.others() + 1) + " faces were found; the largest counts");
        }
        Optional<String> why = references.unusable(face.quality());
        if (why.isPresent()) {
            told.accept(name + ": left out: " + why.get());
            return Optional.empty();
        }
        return Optional.of(faces.embed(picture, face.face()));
    }

    private static byte[] head(Path file) {
        try (var in = Files.newInputStream(file)) {
            return in.readNBytes(16);
        } catch (IOException e) {
            throw new UncheckedIOException(file + " cannot be read", e);
        }
    }

    private static List<Path> listed(Path folder) {
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(file -> !file.getFileName().toString().startsWith("."))
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(folder + " cannot be listed", e);
        }
    }
}
