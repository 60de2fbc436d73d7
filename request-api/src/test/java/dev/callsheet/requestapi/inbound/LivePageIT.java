package dev.callsheet.requestapi.inbound;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.allOf;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;

import dev.callsheet.stack.RealPartsResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import org.junit.jupiter.api.Test;

@QuarkusTest
@WithTestResource(value = RealPartsResource.class, initArgs = @ResourceArg(name = "parts", value = "kafka,postgres"))
@WithTestResource(TestKeys.class)
class LivePageIT {
    private static final String POLICY = "Content-Security-Policy";

    @Test
    void thePagesRunTheirOwnScriptsOnlyAndOnlyTheEmbeddedOneStandsInAFrame() {
        for (String page : new String[] {"/live/", "/live/index.html", "/live/sessions.html"}) {
            given().get(page)
                    .then()
                    .statusCode(200)
                    .header(
                            POLICY,
                            allOf(containsString("script-src 'self';"), containsString("frame-ancestors 'none'")));
        }
        given().get("/live/embed.html")
                .then()
                .statusCode(200)
                .header(
                        POLICY,
                        allOf(containsString("script-src 'self';"), not(containsString("frame-ancestors 'none'"))));
    }

    @Test
    void theScriptsAreBundledAndNothingIsLoadedFromElsewhere() {
        for (String script : new String[] {"live", "sessions", "embed", "embed-page", "microphone-worklet"}) {
            given().get("/live/" + script + ".js")
                    .then()
                    .statusCode(200)
                    .header("Cache-Control", "no-cache")
                    .body(not(containsString("from\"http")));
        }
        given().get("/live/licenses.txt").then().statusCode(200).body(containsString("livekit-client"));
    }
}
