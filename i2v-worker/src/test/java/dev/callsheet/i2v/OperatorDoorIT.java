package dev.callsheet.i2v;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.notNullValue;

import dev.callsheet.render.testkit.QueueOnLoopback;
import dev.callsheet.stack.RealPartsResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.specification.RequestSpecification;
import org.junit.jupiter.api.Test;

@QuarkusTest
@WithTestResource(value = RealPartsResource.class, initArgs = @ResourceArg(name = "schema", value = "i2v"))
@WithTestResource(QueueOnLoopback.class)
class OperatorDoorIT {
    private static final String NOBODYS = "00000000-0000-5000-8000-000000000000";

    @Test
    void nobodyEntersWithoutAnOperatorsKey() {
        given().get("/v1/costs")
                .then()
                .statusCode(401)
                .header("WWW-Authenticate", notNullValue())
                .body("code", equalTo("auth.missing"));
        given().header("X-API-Key", "demo-key")
                .put("/v1/pauses")
                .then()
                .statusCode(401)
                .body("code", equalTo("auth.unknown_key"));
        given().header("Authorization", "Bearer operator-key")
                .get("/v1/alerts")
                .then()
                .statusCode(200);
    }

    @Test
    void aCapIsSetSeenAndLifted() {
        operator()
                .body("{\"limitMicros\":12500000}")
                .put("/v1/caps/acme?campaign=spring")
                .then()
                .statusCode(200)
                .body("lines", hasSize(1))
                .body("lines[0].leftMicros", equalTo(12_500_000));
        operator()
                .get("/v1/costs?tenant=acme")
                .then()
                .statusCode(200)
                .body("agrees", equalTo(true))
                .body("lines.campaign", hasItem("spring"));
        operator()
                .delete("/v1/caps/acme?campaign=spring")
                .then()
                .statusCode(200)
                .body("lines[0].capMicros", equalTo(null));
        operator().body("{\"limitMicros\":-1}").put("/v1/caps/acme").then().statusCode(400);
        operator().body("[]").put("/v1/caps/acme").then().statusCode(400);
        operator().get("/v1/costs?from=yesterday").then().statusCode(400).body("code", equalTo("operator.invalid"));
    }

    @Test
    void aPauseIsSetAndLiftedByItsWords() {
        operator()
                .body("{\"tenant\":\"acme\",\"reason\":\"unpaid\"}")
                .put("/v1/pauses")
                .then()
                .statusCode(200)
                .body("find { it.tenant == 'acme' }.reason", equalTo("unpaid"));
        operator().body("{\"tenant\":\"acme\"}").put("/v1/pauses").then().statusCode(400);
        operator()
                .delete("/v1/pauses?tenant=acme&model=x")
                .then()
                .statusCode(404)
                .body("code", equalTo("pause.unknown"));
        operator().delete("/v1/pauses?tenant=acme").then().statusCode(200).body("tenant", empty());
    }

    @Test
    void aShareIsSetAndReset() {
        operator()
                .body("{\"weight\":2.5}")
                .put("/v1/weights/acme")
                .then()
                .statusCode(200)
                .body("tenant", contains("acme"));
        operator().body("{\"weight\":0}").put("/v1/weights/acme").then().statusCode(400);
        operator().delete("/v1/weights/acme").then().statusCode(200).body("", empty());
    }

    @Test
    void takesAreAskedForByStateAndId() {
        operator().get("/v1/takes").then().statusCode(200);
        operator().get("/v1/takes?state=queued,wedged&limit=5").then().statusCode(200);
        operator().get("/v1/takes?state=lost").then().statusCode(400);
        operator().get("/v1/takes?limit=0").then().statusCode(400);
        operator().get("/v1/takes/" + NOBODYS).then().statusCode(200).body("", empty());
        operator()
                .get("/v1/takes/" + NOBODYS + "/verification")
                .then()
                .statusCode(200)
                .body("", empty());
        operator().get("/v1/ledger?requestId=" + NOBODYS).then().statusCode(200).body("state", equalTo(null));
    }

    @Test
    void onlyATakeThatIsThereIsResolvedAndOnlyWithAReason() {
        String address = "/v1/takes/" + NOBODYS + "/resolution";
        operator()
                .body("{\"paid\":true,\"reason\":\"on the bill\"}")
                .put(address)
                .then()
                .statusCode(404)
                .body("code", equalTo("take.unknown"));
        operator().body("{\"paid\":true}").put(address).then().statusCode(400);
        operator()
                .body("{\"paid\":\"yes\",\"reason\":\"on the bill\"}")
                .put(address)
                .then()
                .statusCode(400)
                .body("detail", containsString("paid"));
        given().contentType("application/json").body("{}").put(address).then().statusCode(401);
    }

    @Test
    void theBooksAreComparedOnDemand() {
        operator()
                .post("/v1/reconciliations")
                .then()
                .statusCode(200)
                .body("purses", notNullValue())
                .body("differences", empty());
        operator().get("/v1/reconciliations/latest").then().statusCode(200).body("endedAt", notNullValue());
    }

    private static RequestSpecification operator() {
        return given().header("X-API-Key", "operator-key").contentType("application/json");
    }
}
