package dev.callsheet.render.outbound;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.callsheet.contracts.Fact;
import dev.callsheet.contracts.Json;
import dev.callsheet.contracts.Ruling;
import dev.callsheet.contracts.TakeId;
import dev.callsheet.render.outbound.ClipRecords.ClipRecord;
import dev.callsheet.render.outbound.Verification.Check;
import dev.callsheet.render.testkit.Mp4;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class ProvenanceChecksTest {
    private static final byte[] FILM = Mp4.film(5, 20_000);
    private static final TakeId TAKE = TakeId.of(Marks.REQUEST, 1);
    private static final TakeId ANOTHER = TakeId.of(Marks.REQUEST, 2);
    private static final byte[] MARKED = Marks.marked(FILM, TAKE);
    private static final Fact.Score SCORE = new Fact.Score(
            "REVIEW",
            "p10 0.61 over 0.604",
            1.0,
            0.5,
            0.604,
            "lfw",
            "s3://callsheet/score/report.json",
            null,
            null,
            List.of(new Fact.CharacterScore("Mia", "REVIEW", "p10", 1.0, 0.5, List.of("COPY_PASTE"))));
    private static final Ruling RULING =
            new Ruling(Ruling.Word.APPROVED, "ann", null, Instant.parse("2026-01-01T00:00:00.123Z"));

    @Test
    void aMarkedClipAgreesWithItsManifest() throws IOException {
        Checks checks = file(MARKED, manifest("xmp"));

        assertThat(checks.passed()).as(checks.all().toString()).isTrue();
        assertThat(checks.all()).hasSizeGreaterThan(10).allMatch(check -> Boolean.TRUE.equals(check.ok()));
    }

    @Test
    void aClipThatWasChangedAfterwardsIsNotWhatTheProviderMade() throws IOException {
        byte[] changed = MARKED.clone();
        changed[FILM.length / 2] ^= 1;

        assertThat(failures(changed, manifest("xmp")))
                .containsExactly("provider's bytes: SHA-256", "mark: provider's bytes");
    }

    @Test
    void aMarkThatIsCutOffIsMissed() throws IOException {
        assertThat(failures(FILM, manifest("xmp"))).containsExactly("mark");
        assertThat(failures(Arrays.copyOf(MARKED, MARKED.length - 1), manifest("xmp")))
                .containsExactly("mark");
    }

    @Test
    void theMarkOfAnotherTakeIsNotOurs() throws IOException {
        assertThat(failures(Marks.marked(FILM, ANOTHER), manifest("xmp")))
                .containsExactly("mark: take", "mark: manifest");
    }

    @Test
    void theMarkOfAnotherFilmIsNotOurs() throws IOException {
        byte[] foreign = Marks.stamp(TAKE).bytes(Marks.rendered(Mp4.film(4, 10)));

        assertThat(failures(Mp4.join(FILM, foreign), manifest("xmp"))).containsExactly("mark: provider's bytes");
    }

    @Test
    void bytesBetweenTheFilmAndItsMarkAreFound() throws IOException {
        byte[] more =
                Mp4.join(FILM, Mp4.box("free", new byte[10]), Marks.stamp(TAKE).bytes(Marks.rendered(FILM)));

        assertThat(failures(more, manifest("xmp"))).containsExactly("mark: where it begins");
    }

    @Test
    void aMarkThatSaysAnotherSourceIsFound() throws IOException {
        byte[] camera = new String(MARKED, StandardCharsets.ISO_8859_1)
                .replace("trainedAlgorithmicMedia", "digitalCapture         ")
                .getBytes(StandardCharsets.ISO_8859_1);

        assertThat(failures(camera, manifest("xmp"))).containsExactly("mark: made by AI", "manifest: made by AI");
    }

    @Test
    void aClipFromBeforeMarksIsGoodWithoutOne() throws IOException {
        Checks checks = file(FILM, Json.read("{}".getBytes(StandardCharsets.UTF_8)));

        assertThat(checks.all()).containsExactly(new Check("mark", null, "no mark: stored before marks"));
        assertThat(failures(MARKED, Json.read("{}".getBytes(StandardCharsets.UTF_8))))
                .as("its manifest was put back")
                .containsExactly("mark");
    }

    @Test
    void aClipLeftUnmarkedSaysWhyAndHasNone() throws IOException {
        Checks checks = file(FILM, manifest("none"));

        assertThat(checks.passed()).isTrue();
        assertThat(checks.all()).contains(new Check("mark", null, "no mark: marks are switched off"));
        assertThat(failures(MARKED, manifest("none"))).containsExactly("mark");
    }

    @Test
    void scoreAndRulingAreAsInTheTables() throws IOException {
        byte[] noted = ManifestNotes.noted(Json.write(manifest("xmp")), take(SCORE, RULING, false))
                .orElseThrow();

        assertThat(noteFailures(Json.read(noted), take(SCORE, RULING, false))).isEmpty();
        assertThat(noteFailures(Json.read(noted), take(null, null, false)))
                .containsExactly("manifest: score", "manifest: ruling");
        assertThat(noteFailures(manifest("xmp"), take(SCORE, RULING, false)))
                .containsExactly("manifest: score", "manifest: ruling");
        assertThat(noteFailures(manifest("xmp"), take(SCORE, RULING, true))).isEmpty();
        assertThat(noteFailures(manifest("xmp"), take(null, null, false))).isEmpty();
    }

    @Test
    void whatIsAddedTwiceIsAddedOnceAndCounted() {
        byte[] first = ManifestNotes.noted(Json.write(manifest("xmp")), take(SCORE, null, false))
                .orElseThrow();

        assertThat(ManifestNotes.noted(first, take(SCORE, null, false))).isEmpty();
        Optional<byte[]> second = ManifestNotes.noted(first, take(SCORE, RULING, false));
        JsonNode manifest = Json.read(second.orElseThrow());
        assertThat(manifest.path("version").asInt()).isEqualTo(3);
        assertThat(manifest.at("/score/characters/0/name").asText()).isEqualTo("Mia");
        assertThat(manifest.at("/score/report").asText()).isEqualTo(SCORE.report());
        assertThat(manifest.at("/ruling/word").asText()).isEqualTo("approved");
        assertThat(manifest.at("/rendered/bytes").asInt()).isEqualTo(FILM.length);
    }

    private static List<String> failures(byte[] file, JsonNode manifest) throws IOException {
        return failures(file(file, manifest));
    }

    private static Checks file(byte[] file, JsonNode manifest) throws IOException {
        Checks checks = new Checks();
        checks(take(null, null, false), manifest, checks)
                .file(StoredFile.read(new ByteArrayInputStream(file), ProvenanceChecks.renderedBytes(manifest)));
        return checks;
    }

    private static List<String> noteFailures(JsonNode manifest, ClipRecord take) {
        Checks checks = new Checks();
        checks(take, manifest, checks).notes();
        return failures(checks);
    }

    private static ProvenanceChecks checks(ClipRecord take, JsonNode manifest, Checks checks) {
        return new ProvenanceChecks(take, manifest, Marks.manifest(TAKE), checks);
    }

    private static List<String> failures(Checks checks) {
        return checks.all().stream()
                .filter(check -> Boolean.FALSE.equals(check.ok()))
                .map(Check::name)
                .toList();
    }

    private static JsonNode manifest(String mark) {
        ObjectNode manifest = Json.mapper().createObjectNode().put("version", 1);
        manifest.set("rendered", Json.mapper().valueToTree(Marks.rendered(FILM)));
        manifest.set(
                "aiGenerated",
                Json.mapper()
                        .valueToTree(new Manifest.AiGenerated(
                                ProvenanceMark.DIGITAL_SOURCE_TYPE,
                                mark,
                                mark.equals("none") ? "marks are switched off" : null)));
        return manifest;
    }

    private static ClipRecord take(Fact.@Nullable Score score, @Nullable Ruling ruling, boolean unwritten) {
        return new ClipRecord(
                TAKE.value(),
                Marks.REQUEST.value(),
                "demo",
                1,
                "wan2.7-r2v",
                "finished",
                "job-1",
                1L,
                Marks.PROMPT_SHA256,
                null,
                500_000,
                1,
                500_000,
                score,
                ruling,
                unwritten);
    }
}
