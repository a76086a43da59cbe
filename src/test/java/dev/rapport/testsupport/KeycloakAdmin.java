package dev.rapport.testsupport;

import io.restassured.RestAssured;
import io.restassured.specification.RequestSpecification;
import java.net.URI;

/** What an administrator of Keycloak does, by its REST interface. */
public final class KeycloakAdmin {
    private final String server;
    private final String token;

    public KeycloakAdmin() {
        server = URI.create(TestKeycloak.ensure().realm()).resolve("/").toString();
        token = RestAssured.given()
                .formParam("grant_type", "password")
                .formParam("client_id", "admin-cli")
                .formParam("username", "admin")
                .formParam("password", TestKeycloak.ADMIN_PASSWORD)
                .post(server + "realms/master/protocol/openid-connect/token")
                .then()
                .statusCode(200)
                .extract()
                .path("access_token");
    }

    /** Ends all of a person's sessions; Keycloak then calls the back channel. */
    public void logOut(String person) {
        String id = request()
                .queryParam("username", person)
                .queryParam("exact", true)
                .get(server + "admin/realms/rapport/users")
                .then()
                .statusCode(200)
                .extract()
                .path("[0].id");
        request()
                .post(server + "admin/realms/rapport/users/" + id + "/logout")
                .then()
                .statusCode(204);
    }

    private RequestSpecification request() {
        return RestAssured.given().auth().oauth2(token);
    }
}
