package dev.callsheet.render.outbound;

import com.fasterxml.jackson.databind.JsonNode;
import dev.callsheet.contracts.Fact;
import dev.callsheet.contracts.Json;
import dev.callsheet.contracts.Ruling;
import dev.callsheet.contracts.UnreadableEvent;
import dev.callsheet.render.domain.Origin;
import dev.callsheet.render.outbound.ClipRecords.ClipRecord;
import org.jspecify.annotations.Nullable;

/** Holds the mark in a clip, its manifest and the tables against each other: what made it, and what was said of it. */
record ProvenanceChecks(ClipRecord take, JsonNode manifest, String manifestUri, Checks checks) {

    /** How many bytes at the start of the file are the provider's, as the manifest says; 0 if it says nothing. */
    static long renderedBytes(JsonNode manifest) {
        return Math.max(0, manifest.at("/rendered/bytes").asLong());
    }

    /** The file itself: what the provider made, and the mark behind it. */
    void file(StoredFile file) {
        if (manifest.path("rendered").isMissingNode()) {
            if (file.mark().isPresent()) {
                checks.failed("mark", "the clip is marked; the manifest says nothing of a mark");
            } else {
                checks.unsaid("mark", "no mark: stored before marks");
            }
            return;
        }
        checks.equal(
                "provider's bytes: length",
                renderedBytes(manifest),
                file.start().bytes());
        checks.equal(
                "provider's bytes: SHA-256",
                manifest.at("/rendered/sha256").asText(),
                file.start().sha256());
        String kind = manifest.at("/aiGenerated/mark").asText("");
        switch (kind) {
            case "none" -> unmarked(file);
            case XmpMark.WORD ->
                file.mark()
                        .ifPresentOrElse(
                                said -> marked(file, said),
                                () -> checks.failed("mark", "found none at the end of the clip, expected xmp"));
            default -> checks.failed("mark", "the manifest names the unknown kind '" + kind + "'");
        }
    }

    private void unmarked(StoredFile file) {
        if (file.mark().isPresent()) {
            checks.failed("mark", "the clip is marked; the manifest says that it is not");
        } else {
            checks.equal("nothing but the provider's bytes", renderedBytes(manifest), file.bytes());
            checks.unsaid(
                    "mark", "no mark: " + manifest.at("/aiGenerated/unmarked").asText("no reason given"));
        }
    }

    private void marked(StoredFile file, XmpPacket said) {
        Origin origin = said.origin();
        checks.equal("mark: where it begins", renderedBytes(manifest), file.markAt());
        checks.equal("mark: made by AI", ProvenanceMark.DIGITAL_SOURCE_TYPE, said.digitalSourceType());
        checks.equal(
                "manifest: made by AI",
                said.digitalSourceType(),
                manifest.at("/aiGenerated/digitalSourceType").asText());
        checks.equal("mark: creator tool", XmpPacket.CREATOR, said.creatorTool());
        checks.equal("mark: take", take.takeId(), origin.takeId());
        checks.equal("mark: request", take.requestId(), origin.requestId());
        checks.equal("mark: model", take.model(), origin.model());
        checks.equal("mark: prompt SHA-256", take.promptSha256(), origin.promptSha256());
        checks.equal("mark: manifest", manifestUri, origin.manifest());
        checks.equal(
                "mark: provider's bytes",
                file.start().bytes() + " " + file.start().sha256(),
                said.rendered().bytes() + " " + said.rendered().sha256());
    }

    /** What was measured and said after the clip was stored. */
    void notes() {
        note("manifest: score", take.score(), Fact.Score.class, manifest.path("score"));
        note("manifest: ruling", take.ruling(), Ruling.class, manifest.path("ruling"));
    }

    private <T> void note(String name, @Nullable T expected, Class<T> type, JsonNode found) {
        if (expected == null && found.isMissingNode()) {
            return;
        }
        if (take.unwritten()) {
            checks.unsaid(name, "is being written");
        } else if (manifest.path("version").isMissingNode()) {
            checks.unsaid(name, "the manifest is older than scores in manifests");
        } else {
            boolean same = expected != null && expected.equals(read(found, type));
            checks.add(
                    name, same, same ? "as in the tables" : "found " + brief(found) + ", expected " + brief(expected));
        }
    }

    private static <T> @Nullable T read(JsonNode found, Class<T> type) {
        try {
            return found.isMissingNode() ? null : Json.read(Json.write(found), type);
        } catch (UnreadableEvent e) {
            return null;
        }
    }

    private static String brief(@Nullable Object value) {
        String text =
                value == null || value instanceof JsonNode node && node.isMissingNode() ? "none" : Json.text(value);
        return text.length() <= 200 ? text : text.substring(0, 200) + "...";
    }
}
