package dev.callsheet.identity.program;

import dev.callsheet.contracts.Json;
import dev.callsheet.identity.evidence.Evidence;
import dev.callsheet.identity.evidence.ReportJson;
import dev.callsheet.identity.measure.ClipReport;
import dev.callsheet.identity.measure.Measurement;
import dev.callsheet.identity.measure.Verdict;
import dev.callsheet.identity.onnx.ModelFiles;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** What came of the measured clips, on paper and on disk. */
final class ScoreResults {
    private final Optional<Path> folder;
    private final Evidence evidence = new Evidence(new ModelFiles(Optional.empty()));
    private final Map<Path, ClipReport> reports = new LinkedHashMap<>();

    ScoreResults(Optional<Path> folder) {
        this.folder = folder;
    }

    /** Takes a result, and writes its files if they are wanted: a folder for each clip, named as the clip. */
    void add(Path clip, Measurement measurement) {
        reports.put(clip, measurement.report());
        folder.ifPresent(out -> {
            try {
                Path own = Files.createDirectories(out.resolve(name(clip)));
                for (Evidence.File file : evidence.of(clip.getFileName().toString(), measurement)) {
                    Files.write(own.resolve(file.name()), file.bytes());
                }
            } catch (IOException e) {
                throw new UncheckedIOException("--out: cannot be written", e);
            }
        });
    }

    /** Two clips of one name get different folders. */
    private String name(Path clip) {
        long alike = reports.keySet().stream()
                .filter(other -> other.getFileName().equals(clip.getFileName()))
                .count();
        String name = clip.getFileName().toString();
        return alike > 1 ? name + "-" + alike : name;
    }

    boolean allPass() {
        return reports.values().stream().allMatch(report -> report.verdict() == Verdict.Outcome.PASS);
    }

    String table() {
        StringBuilder table = new StringBuilder();
        reports.forEach((clip, report) -> {
            table.append(String.format("%-15s %s%n", report.verdict(), clip.getFileName()));
            for (ClipReport.OfCharacter character : report.characters()) {
                table.append(String.format(
                        "  %-13s %s: %s%n", character.verdict().outcome(), character.name(), figures(character)));
                character
                        .warnings()
                        .forEach(warning ->
                                table.append(String.format("    %s: %s%n", warning.reference(), warning.text())));
                character
                        .flags()
                        .forEach(flag -> table.append(String.format("    %s: %s%n", flag.code(), flag.text())));
            }
            report.flags().forEach(flag -> table.append(String.format("  %s: %s%n", flag.code(), flag.text())));
        });
        return table.toString();
    }

    /** A verdict with the rule that decided. */
    static String sentence(ClipReport report) {
        return report.verdict() + ": " + report.reasons().getFirst().text();
    }

    private static String figures(ClipReport.OfCharacter character) {
        Verdict.Reason reason = character.verdict().reasons().getFirst();
        String found = reason.value() == null ? "" : String.format(Locale.ROOT, ", found %.3f", reason.value());
        return reason.text() + " (" + reason.rule() + found + ")";
    }

    /** The clips' reports by the clips' names. */
    String json() {
        StringBuilder json = new StringBuilder("{");
        ReportJson form = new ReportJson();
        reports.forEach((clip, report) -> json.append(json.length() > 1 ? ",\n" : "\n")
                .append(Json.text(clip.toString()))
                .append(": ")
                .append(new String(form.write(report), StandardCharsets.UTF_8).strip()));
        return json.append("\n}\n").toString();
    }
}
