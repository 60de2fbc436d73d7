package dev.callsheet.i2v.domain;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.callsheet.contracts.CloudEvent;
import dev.callsheet.contracts.Decision;
import dev.callsheet.contracts.Json;
import dev.callsheet.contracts.RequestId;
import dev.callsheet.contracts.RequestIdentity;
import dev.callsheet.contracts.RequestReader;
import dev.callsheet.contracts.Route;
import dev.callsheet.contracts.TenantId;
import dev.callsheet.contracts.VideoRequest;
import dev.callsheet.contracts.Work;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class FolderSplitTest {
    private static final TenantId DEMO = new TenantId("demo");
    private static final RequestId PARENT = RequestId.ofKey(DEMO, "folder");
    private static final String FOLDER = "tenant/demo/media/shoes/";
    private static final Instant NOW = Instant.parse("2026-11-22T10:00:00Z");

    @Test
    void eachPictureIsARequestLikeAnyOther() {
        FolderSplit.Children children = children(split(
                "'count':3", "'seed':7,'title':'all shoes','budget':{'limit':'3.00'},", "b.png", "a.jpg", "c.WEBP"));

        assertThat(children.events()).allSatisfy(event -> {
            JsonNode child = Json.read(event.data());
            VideoRequest request = RequestReader.read(child).request();
            assertThat(request).isNotNull();
            assertThat(request.batch()).isNull();
            assertThat(request.budget()).isEqualTo(new VideoRequest.Budget(1_000_000));
            assertThat(request.media())
                    .singleElement()
                    .satisfies(medium -> assertThat(medium.role()).isEqualTo(VideoRequest.Role.FIRST_FRAME));
            assertThat(event.extensions()).containsEntry("parentrequest", PARENT.toString());
        });
        assertThat(children.events())
                .map(event -> Json.read(event.data()).at("/media/0/uri").asText())
                .containsExactly(
                        "s3://callsheet/" + FOLDER + "a.jpg",
                        "s3://callsheet/" + FOLDER + "b.png",
                        "s3://callsheet/" + FOLDER + "c.WEBP");
        assertThat(children.events())
                .map(event -> Json.read(event.data()).path("seed").asInt())
                .containsExactly(7, 8, 9);
        assertThat(children.events())
                .map((CloudEvent event) -> RequestIdentity.of(DEMO, event))
                .isEqualTo(children.ids());
    }

    @Test
    void aPictureIsTheSameRequestWhateverElseLiesThere() {
        RequestId alone = children(split("'count':9", "", "b.png")).ids().getFirst();

        assertThat(children(split("'count':9", "", "a.png", "b.png")).ids()).contains(alone);
    }

    @Test
    void severalClipsOfEachAreAChildEach() {
        FolderSplit.Children children = children(split("'count':2", "'output':{'clips':3},", "a.jpg", "b.jpg"));

        assertThat(children.ids()).hasSize(6).doesNotHaveDuplicates();
        assertThat(children.events())
                .allSatisfy(event -> assertThat(
                                Json.read(event.data()).at("/output/clips").isMissingNode())
                        .isTrue());
    }

    @Test
    void whatNobodyHasAgreedToPayIsNotMade() {
        assertThat(code(split("'count':1", "", "a.jpg", "b.jpg"))).isEqualTo("batch.more_than_stated");
        assertThat(code(split("'count':5", ""))).isEqualTo("batch.empty");
        String[] many = IntStream.range(0, 11).mapToObj(i -> i + ".jpg").toArray(String[]::new);
        assertThat(code(split("'count':11", "", many))).isEqualTo("batch.too_large");
        assertThat(children(split("'count':5", "", "a.jpg")).ids())
                .as("fewer cost less")
                .hasSize(1);
    }

    @Test
    void aFolderIsTheTenantsOwnOrNone() {
        assertThat(Folder.of("s3://callsheet/tenant/demo/media/shoes", "callsheet", DEMO))
                .contains(new Folder(FOLDER));
        assertThat(Folder.of("s3://callsheet/tenant/demo/media/shoes/", "callsheet", DEMO))
                .contains(new Folder(FOLDER));
        assertThat(Folder.of("s3://callsheet/tenant/acme/media/shoes/", "callsheet", DEMO))
                .isEmpty();
        assertThat(Folder.of("s3://callsheet/tenant/demo/media/../../acme/media/", "callsheet", DEMO))
                .isEmpty();
        assertThat(Folder.of("s3://other/tenant/demo/media/shoes/", "callsheet", DEMO))
                .isEmpty();
        assertThat(FolderSplit.isPicture("x/a.JPG")).isTrue();
        assertThat(FolderSplit.isPicture("x/list.csv")).isFalse();
    }

    private static FolderSplit.Children children(FolderSplit split) {
        assertThat(split).isInstanceOf(FolderSplit.Children.class);
        return (FolderSplit.Children) split;
    }

    private static String code(FolderSplit split) {
        assertThat(split).isInstanceOf(FolderSplit.Refused.class);
        return ((FolderSplit.Refused) split).code();
    }

    private static FolderSplit split(String batch, String fields, String... names) {
        String json = "{" + fields + "'prompt':'orbit','batch':{'uri':'s3://callsheet/" + FOLDER + "'," + batch + "}}";
        JsonNode document = Json.read(json.replace('\'', '"').getBytes(StandardCharsets.UTF_8));
        VideoRequest request = RequestReader.read(document).request();
        assertThat(request).isNotNull();
        var axis = new Decision.Axis("batch", List.of(), Decision.Origin.DEFAULT);
        var decision = new Decision(
                Route.I2V,
                "13",
                new Decision.Axes(axis, axis, axis),
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                null,
                null,
                null,
                0.9,
                "1",
                "hash",
                "hash",
                1,
                List.of(),
                List.of(),
                List.of(),
                null);
        List<String> keys = List.of(names).stream().map(name -> FOLDER + name).toList();
        return FolderSplit.of(new Work.Assigned(PARENT, DEMO, decision, document), request, "callsheet", keys, 10, NOW);
    }
}
