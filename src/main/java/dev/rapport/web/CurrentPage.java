package dev.rapport.web;

import io.quarkus.csrf.reactive.runtime.CsrfTokenParameterProvider;
import io.quarkus.security.identity.SecurityIdentity;
import io.vertx.core.http.Cookie;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Named;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Tells the frame of a page what it needs to know of the request; in templates {@code inject:page}. */
@Named("page")
@RequestScoped
public class CurrentPage {
    private static final Set<String> ROLES = Set.of("admin", "marketing", "support", "personal-data");

    private final RoutingContext request;
    private final SecurityIdentity identity;
    private final CsrfTokenParameterProvider csrf;
    private final CurrentDataVersion versions;
    private final InventedData inventedData;

    private String query = "";

    CurrentPage(
            RoutingContext request,
            SecurityIdentity identity,
            CsrfTokenParameterProvider csrf,
            CurrentDataVersion versions,
            InventedData inventedData) {
        this.request = request;
        this.identity = identity;
        this.csrf = csrf;
        this.versions = versions;
        this.inventedData = inventedData;
    }

    /** The slice as a query string, so that the navigation keeps it from dashboard to dashboard. */
    public void keep(String sliceQuery) {
        query = sliceQuery;
    }

    public String getKept() {
        return query.isEmpty() ? "" : "?" + query;
    }

    /** Whether the path asked for is this one or lies beneath it. */
    public boolean at(String path) {
        return request.normalizedPath().equals(path) || request.normalizedPath().startsWith(path + "/");
    }

    /** Whether the path asked for is this very one. */
    public boolean isAt(String path) {
        return request.normalizedPath().equals(path);
    }

    /** Whether figures are being counted, so that the page may say half of them. */
    public boolean isCounting() {
        return versions.current().counting();
    }

    /** Whether figures are the demo's. */
    public boolean isInvented() {
        return inventedData.isPresent();
    }

    public boolean isSignedIn() {
        return !identity.isAnonymous();
    }

    public boolean isAdmin() {
        return identity.hasRole("admin");
    }

    /** Whether they may see who customers are. */
    public boolean isCustomerFacing() {
        return identity.hasRole("admin") || identity.hasRole("support") || identity.hasRole("personal-data");
    }

    public String getPerson() {
        Object name = identity.getAttribute("name");
        return name instanceof String given && !given.isBlank()
                ? given
                : identity.getPrincipal().getName();
    }

    public List<String> getRoles() {
        return identity.getRoles().stream().filter(ROLES::contains).sorted().toList();
    }

    /** {@code light}, {@code dark} or {@code system}. */
    public String getTheme() {
        return chosen().key();
    }

    public String getOtherTheme() {
        return chosen().other().key();
    }

    private Theme chosen() {
        return Optional.ofNullable(request.request().getCookie(Theme.COOKIE))
                .map(Cookie::getValue)
                .map(Theme::of)
                .orElse(Theme.SYSTEM);
    }

    /** Empty where there is none: on error pages, and on answers to what is not a page. */
    public String getCsrfToken() {
        try {
            return csrf.getToken();
        } catch (IllegalStateException e) {
            return "";
        }
    }

    public String getCsrfField() {
        return csrf.getParameterName();
    }

    public String getCsrfHeader() {
        return csrf.getHeaderName();
    }
}
