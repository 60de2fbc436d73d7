package dev.callsheet.scorer.inbound;

import dev.callsheet.contracts.Fact;
import dev.callsheet.contracts.Work;
import dev.callsheet.identity.measure.CampaignReport;
import dev.callsheet.identity.measure.CharacterScores;
import dev.callsheet.identity.measure.ClipReport;
import dev.callsheet.identity.measure.Verdict;
import dev.callsheet.identity.voice.VoiceReport;
import dev.callsheet.scorer.domain.CampaignTake;
import dev.callsheet.scorer.outbound.ScoreFolder;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** A clip's report in the words of the corridor, and of its campaign. */
final class Scores {
    private Scores() {}

    static Fact.Score score(ClipReport report, ScoreFolder.Stored stored) {
        CharacterScores deciding = deciding(report);
        return new Fact.Score(
                report.verdict().name(),
                reason(report.reasons()),
                deciding == null ? null : deciding.framesWithin(),
                deciding == null ? null : deciding.median(),
                report.calibration().limits().threshold(),
                report.calibration().id(),
                stored.report(),
                stored.sheet(),
                stored.evidence(),
                report.characters().stream()
                        .map(character -> character(character, report.flags()))
                        .toList());
    }

    /** @param withdrawn whose names the campaign's file may not hold */
    static CampaignTake take(
            Work.Scoring work, String campaign, ClipReport report, String address, Cast cast, Instant at) {
        List<CampaignTake.Part> parts = cast.present().stream()
                .flatMap(role -> report.characters().stream()
                        .filter(character ->
                                character.name().equals(role.character().name()))
                        .map(character ->
                                part(character, report.flags(), role.pinned().isPresent())))
                .toList();
        return new CampaignTake(
                campaign,
                work.requestId().toString(),
                work.takeId().toString(),
                work.attempt() == null ? 1 : work.attempt(),
                work.bound(),
                CampaignReport.Outcome.valueOf(report.verdict().name()),
                reason(report.reasons()),
                work.clip(),
                address,
                at,
                parts);
    }

    private static Fact.CharacterScore character(ClipReport.OfCharacter character, List<ClipReport.Flag> ofClip) {
        CharacterScores scores = character.scores();
        return new Fact.CharacterScore(
                character.name(),
                character.verdict().outcome().name(),
                reason(character.verdict().reasons()),
                scores == null ? null : scores.framesWithin(),
                scores == null ? null : scores.median(),
                flags(character, ofClip));
    }

    private static CampaignTake.Part part(
            ClipReport.OfCharacter character, List<ClipReport.Flag> ofClip, boolean pinned) {
        CharacterScores scores = character.scores();
        return new CampaignTake.Part(
                character.name(),
                character.verdict().outcome(),
                pinned,
                scores == null ? null : scores.median(),
                scores == null ? null : scores.framesWithin(),
                flags(character, ofClip));
    }

    /** What is flagged of the character's face and voice, and of the clip as a whole. */
    private static List<String> flags(ClipReport.OfCharacter character, List<ClipReport.Flag> ofClip) {
        VoiceReport voice = character.voice();
        Stream<String> heard = voice == null
                ? Stream.of()
                : voice.flags().stream().map(flag -> flag.code().name());
        Stream<String> seen =
                Stream.concat(character.flags().stream(), ofClip.stream()).map(ClipReport.Flag::code);
        return Stream.concat(seen, heard).distinct().toList();
    }

    /** The figures of the character whose verdict became the clip's. */
    private static @Nullable CharacterScores deciding(ClipReport report) {
        return report.characters().stream()
                .filter(character -> character.verdict().outcome() == report.verdict())
                .findFirst()
                .map(ClipReport.OfCharacter::scores)
                .orElse(null);
    }

    private static String reason(List<Verdict.Reason> reasons) {
        Verdict.Reason reason = reasons.getFirst();
        String found = reason.value() == null ? "" : String.format(Locale.ROOT, ", found %.3f", reason.value());
        return reason.text() + " (" + reason.rule() + found + ")";
    }
}
