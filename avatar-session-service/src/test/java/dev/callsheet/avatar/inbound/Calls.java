package dev.callsheet.avatar.inbound;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.equalTo;

import io.restassured.http.ContentType;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;

/** What a tenant calls. */
final class Calls {
    static {
        // On a busy machine the first reading of an answer takes longer than a session's lease.
        given().get("/v1/sessions").then().body("code", equalTo("auth.missing"));
    }

    private Calls() {}

    static RequestSpecification demo() {
        return given().header("X-API-Key", "demo-key").contentType(ContentType.JSON);
    }

    static Response post(String key, String body) {
        return demo().header("Idempotency-Key", key).body(body).post("/v1/sessions");
    }

    static Response show(String id) {
        return given().header("Authorization", "Bearer demo-key").get("/v1/sessions/" + id);
    }

    static Response end(String id) {
        return given().header("X-API-Key", "demo-key").delete("/v1/sessions/" + id);
    }
}
