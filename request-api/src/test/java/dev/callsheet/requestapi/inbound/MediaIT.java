package dev.callsheet.requestapi.inbound;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.closeTo;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;
import static org.hamcrest.Matchers.startsWith;

import dev.callsheet.contracts.Json;
import dev.callsheet.contracts.TenantId;
import dev.callsheet.requestapi.domain.MediaAsk;
import dev.callsheet.requestapi.outbound.MediaStore;
import dev.callsheet.stack.RealPartsResource;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.response.Response;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@QuarkusTest
@WithTestResource(RealPartsResource.class)
@WithTestResource(TestKeys.class)
@WithTestResource(MediaServer.class)
class MediaIT {
    private static final HttpClient HTTP = HttpClient.newHttpClient();

    @Inject
    MediaStore store;

    @Inject
    MediaIntake intake;

    @TempDir
    Path folder;

    @Test
    void aGrantedUploadIsReadyWithoutWhatItShouldNotTell() throws Exception {
        byte[] picture = MadeMedia.picture(64, 48);
        Response grant = bring(grant(picture, "image/png"));
        grant.then()
                .statusCode(201)
                .body("state", equalTo("granted"))
                .body("uri", startsWith("s3://callsheet/tenant/demo/media/"))
                .body("upload.method", equalTo("PUT"));
        assertThat(put(grant, picture, Map.of())).isEqualTo(200);

        ValidatableResponse ready = complete(id(grant)).then().statusCode(200);

        ready.body("state", equalTo("ready"))
                .body("type", equalTo("image/png"))
                .body("width", equalTo(64))
                .body("height", equalTo(48))
                .body("alpha", equalTo(true))
                .body("seconds", nullValue())
                .body("originalSha256", equalTo(Json.sha256(picture)))
                .body("sha256", not(equalTo(Json.sha256(picture))));
        byte[] stored = stored(ready.extract().path("uri"));
        assertThat(new String(stored, StandardCharsets.ISO_8859_1)).doesNotContain(MadeMedia.COMMENT);
        assertThat(Json.sha256(stored)).isEqualTo(ready.extract().path("sha256"));
        show(id(grant)).then().body("state", equalTo("ready")).body("upload", nullValue());
        bring(grant(picture, "image/png")).then().statusCode(200).body("state", equalTo("ready"));
    }

    /** Nothing is left of the way in once the medium is looked at: a late PUT changes nothing that anybody reads. */
    @Test
    void whatIsUploadedAfterwardsChangesNothing() throws Exception {
        byte[] picture = MadeMedia.picture(65, 48);
        Response grant = bring(grant(picture, "image/png"));
        put(grant, picture, Map.of());
        String sha256 = complete(id(grant)).then().extract().path("sha256");

        byte[] other = picture.clone();
        other[picture.length - 20] ^= 1;
        put(grant, other, Map.of());

        complete(id(grant)).then().body("state", equalTo("ready")).body("sha256", equalTo(sha256));
        assertThat(Json.sha256(stored(show(id(grant)).then().extract().path("uri"))))
                .isEqualTo(sha256);
    }

    @Test
    void theUploadIsBoundToTypeLengthAndChecksum() throws Exception {
        byte[] picture = MadeMedia.picture(66, 48);
        Response grant = bring(grant(picture, "image/png"));
        byte[] longer = java.util.Arrays.copyOf(picture, picture.length + 1);

        assertThat(put(grant, picture, Map.of("content-type", "image/jpeg"))).isEqualTo(403);
        assertThat(put(grant, longer, Map.of())).isEqualTo(403);
        assertThat(put(grant, picture, Map.of("x-amz-checksum-sha256", "AAAA"))).isEqualTo(403);
        complete(id(grant)).then().statusCode(409).body("code", equalTo("media.not_uploaded"));
    }

    /** This store computes the checksum itself; for one that does not, so do we. */
    @Test
    void bytesOfAnotherChecksumAreRefusedByTheStoreAndByUs() throws Exception {
        byte[] picture = MadeMedia.picture(67, 48);
        byte[] other = picture.clone();
        other[picture.length - 20] ^= 1;
        Response grant = bring(grant(picture, "image/png"));

        assertThat(put(grant, other, Map.of())).isEqualTo(400);
        store.store("upload/demo/" + id(grant), "image/png", Files.write(folder.resolve("other"), other));

        complete(id(grant))
                .then()
                .body("state", equalTo("refused"))
                .body("refusal.reason", containsString("granted was " + Json.sha256(picture)));
        Response again = bring(grant(picture, "image/png"));
        again.then().statusCode(201).body("state", equalTo("granted"));
        put(again, picture, Map.of());
        complete(id(again)).then().body("state", equalTo("ready"));
    }

    @Test
    void whatIsNotWhatItSaysIsRefused() throws Exception {
        byte[] page = ("<html>" + MadeMedia.COMMENT + "</html>").getBytes(StandardCharsets.UTF_8);
        Response grant = bring(grant(page, "image/png"));
        put(grant, page, Map.of());
        complete(id(grant))
                .then()
                .statusCode(200)
                .body("state", equalTo("refused"))
                .body("refusal.code", equalTo("MEDIA_TYPE_MISMATCH"));

        byte[] picture = MadeMedia.picture(68, 48);
        Response lie = bring(grant(picture, "image/webp"));
        put(lie, picture, Map.of());
        complete(id(lie))
                .then()
                .body("state", equalTo("refused"))
                .body("refusal.reason", equalTo("found image/png; stated was image/webp"));
        complete(id(lie)).then().statusCode(200).body("state", equalTo("refused"));
    }

    @Test
    void aMediumOfAnotherTenantIsUnknown() throws Exception {
        byte[] picture = MadeMedia.picture(69, 48);
        String id = id(bring(grant(picture, "image/png")));

        org.assertj.core.api.Assertions.assertThatThrownBy(
                        () -> intake.find(new TenantId("other"), UUID.fromString(id)))
                .isInstanceOf(ProblemException.class);
        var elsewhere = intake.grant(new TenantId("other"), (MediaAsk.Grant)
                MediaAsk.of(Json.read(Json.write(grant(picture, "image/png")))));
        assertThat(elsewhere.id()).isNotEqualTo(UUID.fromString(id));
        assertThat(elsewhere.key()).startsWith("tenant/other/media/");
        show("nothing").then().statusCode(404).body("code", equalTo("media.unknown"));
        given().get("/v1/media/" + id).then().statusCode(401);
    }

    @Test
    void aGrantSaysWhatIsWrongWithIt() {
        bring(Map.of("type", "image/gif", "bytes", 0, "sha256", "x", "colour", "red"))
                .then()
                .statusCode(422)
                .body("code", equalTo("media.invalid"))
                .body("errors.field", hasItem("/type"))
                .body("errors.field", hasItem("/bytes"))
                .body("errors.field", hasItem("/sha256"))
                .body("errors.field", hasItem("/colour"));
        bring(Map.of("type", "video/mp4", "bytes", 200_000_000, "sha256", "0".repeat(64)))
                .then()
                .statusCode(422)
                .body("errors[0].allowed", equalTo("1 to 104857600"));
    }

    @Test
    void anAddressIsFetchedProbedStrippedAndKept() throws Exception {
        byte[] picture = MadeMedia.picture(70, 48);
        MediaServer.serve("/a.png", "image/png", picture);
        MediaServer.serve("/a.wav", "audio/wav", MadeMedia.wav(6));

        Response first = bring(Map.of("uri", MediaServer.at("/a.png"), "name", "Anna.png"));
        first.then()
                .statusCode(201)
                .body("state", equalTo("ready"))
                .body("name", equalTo("Anna.png"))
                .body("width", equalTo(70));
        assertThat(new String(stored(first.path("uri")), StandardCharsets.ISO_8859_1))
                .doesNotContain(MadeMedia.COMMENT);
        assertThat(id(bring(Map.of("uri", MediaServer.at("/a.png"))))).isEqualTo(id(first));
        bring(Map.of("uri", MediaServer.at("/a.wav")))
                .then()
                .statusCode(201)
                .body("seconds.toDouble()", closeTo(6, 0.01))
                .body("sound", equalTo(true));
    }

    @Test
    void whatTheDoorRefusesIsToldWithoutAWordOfTheAnswer() throws Exception {
        MediaServer.serve("/page", "text/html", "swordfish".getBytes(StandardCharsets.UTF_8));
        MediaServer.redirect("/inside", "http://169.254.169.254/latest/meta-data/");
        MediaServer.redirect("/desk", "http://localhost:" + io.restassured.RestAssured.port + "/q/health");
        byte[] bomb = MadeMedia.picture(8, 8);
        java.nio.ByteBuffer.wrap(bomb).putInt(16, 60_000).putInt(20, 60_000);
        MediaServer.serve("/bomb.png", "image/png", bomb);

        for (String uri : List.of(
                "http://10.0.0.8/a.png",
                "https://localhost/a.png",
                "file:///etc/passwd",
                MediaServer.at("/inside"),
                MediaServer.at("/desk"),
                MediaServer.at("/page"),
                MediaServer.at("/bomb.png"),
                MediaServer.at("/nothing"))) {
            bring(Map.of("uri", uri))
                    .then()
                    .statusCode(422)
                    .body("code", equalTo("media.refused"))
                    .body("errors[0].code", startsWith("MEDIA_"))
                    .body("errors[0].field", equalTo("/uri"))
                    .body("detail", not(containsString("swordfish")));
        }
    }

    private static Map<String, Object> grant(byte[] bytes, String type) {
        return Map.of("type", type, "bytes", bytes.length, "sha256", Json.sha256(bytes));
    }

    private static Response bring(Map<String, Object> body) {
        return given().header("X-API-Key", "demo-key")
                .contentType(ContentType.JSON)
                .body(body)
                .post("/v1/media");
    }

    private static Response complete(String id) {
        return given().header("X-API-Key", "demo-key").post("/v1/media/" + id + ":complete");
    }

    private static Response show(String id) {
        return given().header("X-API-Key", "demo-key").get("/v1/media/" + id);
    }

    private static String id(Response answer) {
        return answer.path("id");
    }

    private static int put(Response grant, byte[] bytes, Map<String, String> changed) throws Exception {
        Map<String, String> headers = new HashMap<>(grant.<Map<String, String>>path("upload.headers"));
        // The client states it itself.
        headers.remove("content-length");
        headers.putAll(changed);
        var request =
                HttpRequest.newBuilder(URI.create(grant.path("upload.url"))).PUT(BodyPublishers.ofByteArray(bytes));
        headers.forEach(request::header);
        return HTTP.send(request.build(), BodyHandlers.discarding()).statusCode();
    }

    private byte[] stored(String uri) throws IOException {
        Path file = folder.resolve("stored");
        assertThat(store.load(uri.replace("s3://callsheet/", ""), file)).isTrue();
        return Files.readAllBytes(file);
    }
}
