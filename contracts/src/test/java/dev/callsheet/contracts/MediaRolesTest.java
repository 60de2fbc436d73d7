package dev.callsheet.contracts;

import static org.assertj.core.api.Assertions.assertThat;

import dev.callsheet.contracts.VideoRequest.MediumType;
import dev.callsheet.contracts.VideoRequest.Role;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class MediaRolesTest {
    @Test
    void anOnlyPictureWithoutARoleIsAFirstFrame() {
        assertThat(roles("{\"media\":[{\"uri\":\"https://a.example/x.jpg\"}]}"))
                .containsExactly(Optional.of(Role.FIRST_FRAME));
    }

    @Test
    void aPictureOfACampaignIsAReference() {
        assertThat(roles("{\"campaign\":\"c\",\"media\":[{\"uri\":\"https://a.example/x.jpg\"}]}"))
                .containsExactly(Optional.of(Role.REFERENCE));
    }

    @Test
    void twoPicturesWithoutARoleStayOpen() {
        assertThat(
                        roles(
                                "{\"media\":[{\"uri\":\"https://a.example/x.jpg\"},{\"uri\":\"https://a.example/y.jpg?w=1\"}]}"))
                .containsExactly(Optional.empty(), Optional.empty());
    }

    @Test
    void aCountIsNoIntentBesideAStatedRole() {
        assertThat(
                        roles(
                                "{\"media\":[{\"role\":\"lastFrame\",\"uri\":\"https://a.example/x.jpg\"},{\"uri\":\"https://a.example/y.jpg\"}]}"))
                .containsExactly(Optional.of(Role.LAST_FRAME), Optional.empty());
    }

    @Test
    void theEndingOfThePathTellsTheType() {
        assertThat(MediaRoles.typeByName("s3://callsheet/tenant/demo/media/a.MP4?x=.jpg"))
                .contains(MediumType.VIDEO);
        assertThat(MediaRoles.typeByName("https://a.example/clip")).isEmpty();
        assertThat(MediaRoles.typeByName("https://a.jpg/")).isEmpty();
    }

    private static List<Optional<Role>> roles(String json) {
        RequestReader.Reading reading = RequestReader.read(Json.read(json.getBytes(StandardCharsets.UTF_8)));
        assertThat(reading.violations()).isEmpty();
        VideoRequest request = reading.request();
        assertThat(request).isNotNull();
        return MediaRoles.of(request);
    }
}
