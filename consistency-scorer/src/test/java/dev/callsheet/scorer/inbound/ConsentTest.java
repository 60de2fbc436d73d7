package dev.callsheet.scorer.inbound;

import static org.assertj.core.api.Assertions.assertThat;

import dev.callsheet.contracts.CharacterId;
import dev.callsheet.contracts.TenantId;
import dev.callsheet.contracts.VideoRequest;
import dev.callsheet.contracts.Work;
import dev.callsheet.identity.calibration.Calibration;
import dev.callsheet.identity.calibration.CalibrationFile;
import dev.callsheet.identity.measure.ClipReport;
import dev.callsheet.identity.measure.Measurement;
import dev.callsheet.identity.measure.Stills;
import dev.callsheet.identity.measure.Verdict;
import dev.callsheet.scorer.domain.Standing;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class ConsentTest {
    private static final TenantId DEMO = new TenantId("demo");
    private final Calibration calibration = CalibrationFile.read(Optional.empty());

    @Test
    void theWithdrawnStandInTheirPlaceAmongTheOthers() {
        Cast cast = new Cast(DEMO, List.of(role("Ann", 0), role("Bea", 1), role("Cleo", 0)));

        Measurement all = Consent.with(measured("Ann", "Cleo"), cast);

        assertThat(all.report().characters())
                .extracting(ClipReport.OfCharacter::name)
                .containsExactly("Ann", "Bea", "Cleo");
        assertThat(all.report().verdict()).isEqualTo(Verdict.Outcome.NOT_MEASURABLE);
        assertThat(all.report().reasons()).extracting(Verdict.Reason::rule).containsExactly("consent");
        assertThat(all.stills()).hasSize(3);
    }

    @Test
    void nobodyIsMeasuredWhereAllHaveWithdrawn() {
        Cast cast = new Cast(DEMO, List.of(role("Bea", 1)));

        Measurement nobody = Consent.with(Consent.nobody(calibration), cast);

        assertThat(nobody.report().characters()).singleElement().satisfies(bea -> {
            assertThat(bea.verdict().outcome()).isEqualTo(Verdict.Outcome.NOT_MEASURABLE);
            assertThat(bea.frames()).isEmpty();
        });
        assertThat(nobody.portraits()).isEmpty();
    }

    @Test
    void whereNobodyHasWithdrawnNothingIsTouched() {
        Measurement measured = measured("Ann");

        assertThat(Consent.with(measured, new Cast(DEMO, List.of(role("Ann", 0)))))
                .isSameAs(measured);
    }

    private Measurement measured(String... names) {
        Verdict pass = new Verdict(
                Verdict.Outcome.PASS, List.of(new Verdict.Reason("framesWithin >= 0.9", 1.0, 0.9, "it stays")));
        ClipReport empty = ClipReport.notMeasurable(null, calibration, "none", "none");
        List<ClipReport.OfCharacter> characters = java.util.Arrays.stream(names)
                .map(name -> new ClipReport.OfCharacter(
                        name,
                        VideoRequest.Kind.HUMAN,
                        pass,
                        "references",
                        List.of(),
                        List.of(),
                        null,
                        null,
                        null,
                        List.of(),
                        List.of(),
                        List.of()))
                .toList();
        ClipReport report = new ClipReport(
                empty.schema(), pass.outcome(), pass.reasons(), null, empty.calibration(), null, characters, List.of());
        List<Stills> stills =
                characters.stream().map(_ -> new Stills(List.of(), List.of())).toList();
        return new Measurement(report, stills, List.of());
    }

    private static Cast.Role role(String name, int withdrawn) {
        var character = new Work.Character(name, VideoRequest.Kind.HUMAN, List.of());
        return new Cast.Role(
                character, CharacterId.of(DEMO, name), new Standing(0, withdrawn), Optional.empty(), false);
    }
}
