package dev.rapport.testsupport;

import static io.restassured.RestAssured.given;

import io.restassured.response.Response;
import io.restassured.response.ValidatableResponse;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Fills in a page's form as a browser does, with its token and cookie. */
public final class Forms {
    private static final Pattern TOKEN = Pattern.compile("name=\"csrf-token\" value=\"([^\"]+)\"");

    private Forms() {}

    /** Sends fields, of which a value may be a list, to an action of the page; redirects are not followed. */
    public static ValidatableResponse send(String page, String action, Map<String, ?> fields) {
        return send(page, action, fields, Map.of());
    }

    /** As HTMX does. */
    public static ValidatableResponse sendByHtmx(String page, String action, Map<String, ?> fields) {
        return send(page, action, fields, Map.of("HX-Request", "true"));
    }

    /** With headers of its own, such as another language. */
    public static ValidatableResponse send(
            String page, String action, Map<String, ?> fields, Map<String, String> headers) {
        Response form = given().urlEncodingEnabled(false).get(page);
        Matcher token = TOKEN.matcher(form.body().asString());
        if (!token.find()) {
            throw new AssertionError("no form on " + page + ": " + form.statusLine());
        }
        var request = given().redirects()
                .follow(false)
                .headers(headers)
                .cookies(form.cookies())
                .contentType("application/x-www-form-urlencoded; charset=UTF-8")
                .formParam("csrf-token", token.group(1));
        fields.forEach((name, value) -> {
            if (value instanceof List<?> all) {
                request.formParam(name, all);
            } else {
                request.formParam(name, value);
            }
        });
        return request.post(action).then();
    }
}
