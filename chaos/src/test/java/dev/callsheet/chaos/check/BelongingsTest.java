package dev.callsheet.chaos.check;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class BelongingsTest {
    private static final String TAKE = "3860b3be-ac28-5451-a88a-06c01a99b380";
    private static final String FOLDER = "tenant/demo/request/r/take/" + TAKE + "/";

    private final Belongings belongings = new Belongings(Set.of(FOLDER), Map.of(UUID.fromString(TAKE), "finished"));

    @ParameterizedTest
    @ValueSource(
            strings = {
                "tenant/demo/media/first-frame.png",
                FOLDER + "score/report.json",
                "tenant/demo/campaign/c/campaign.json",
                "tenant/demo/campaign/c/takes/" + TAKE + ".json",
                "tenant/demo/identity/character/i/shown/" + TAKE + ".bin",
                "tenant/demo/identity/character/i/prototype.bin"
            })
    void whatWasUploadedOrMadeOfATakeBelongsToSomebody(String key) {
        assertThat(belongings.has(key)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "tenant/demo/request/r/take/00000000-ac28-5451-a88a-06c01a99b380/score/report.json",
                "tenant/demo/campaign/c/takes/00000000-ac28-5451-a88a-06c01a99b380.json",
                "tenant/demo/identity/character/i/shown/00000000-ac28-5451-a88a-06c01a99b380.bin",
                FOLDER + "clip.mp4.part",
                "clip.mp4"
            })
    void whatNobodyOwnsIsAnOrphan(String key) {
        assertThat(belongings.has(key)).isFalse();
    }
}
