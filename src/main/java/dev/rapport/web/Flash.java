package dev.rapport.web;

import io.vertx.core.http.Cookie;
import io.vertx.core.http.CookieSameSite;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Named;
import java.net.URLDecoder;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;

/**
 * Carries one sentence to the page that follows a redirect, such as "The goal is saved." in a cookie for that one
 * request. In templates it is {@code inject:flash}, which the layout shows by itself.
 */
@Named("flash")
@RequestScoped
public class Flash {
    static final String COOKIE = "flash";
    private static final int SECONDS = 60;

    private final RoutingContext request;
    private String here = "";

    Flash(RoutingContext request) {
        this.request = request;
    }

    public void say(String sentence) {
        String value = URLEncoder.encode(sentence, StandardCharsets.UTF_8);
        request.response().addCookie(cookie(value).setMaxAge(SECONDS));
    }

    /** Says it in this very answer, a fragment that is swapped in. */
    public void sayHere(String sentence) {
        here = sentence;
    }

    /** What a swapped fragment says; empty on whole pages. */
    public String getHere() {
        return here;
    }

    /** The sentence said before the redirect, empty when none; read once, then gone. */
    public String getSentence() {
        Cookie said = request.request().getCookie(COOKIE);
        if (said == null || said.getValue().isEmpty()) {
            return "";
        }
        request.response().addCookie(cookie("").setMaxAge(0));
        try {
            return URLDecoder.decode(said.getValue(), StandardCharsets.UTF_8);
        } catch (IllegalArgumentException e) {
            return "";
        }
    }

    private static Cookie cookie(String value) {
        return Cookie.cookie(COOKIE, value).setPath("/").setHttpOnly(true).setSameSite(CookieSameSite.LAX);
    }
}
