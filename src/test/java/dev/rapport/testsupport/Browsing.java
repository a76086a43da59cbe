package dev.rapport.testsupport;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.options.AriaRole;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * A journey in the browser. Extend it as {@code @QuarkusTest @TestProfile(BrowserProfile.class) class XBrowserTest extends
 * Browsing}: each test gets a fresh {@link #page}, and fails when a page broke its content security policy.
 */
@ExtendWith(ChromiumNeeded.class)
public abstract class Browsing {
    private static Playwright playwright;
    private static Browser browser;

    /** Refusals by the content security policy and uncaught errors of scripts seen so far. */
    protected final List<String> complaints = new ArrayList<>();

    protected BrowserContext context;
    protected Page page;

    @BeforeAll
    static void openBrowser() {
        playwright = Playwright.create(
                new Playwright.CreateOptions().setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
        BrowserType.LaunchOptions options = new BrowserType.LaunchOptions().setArgs(Chromium.flags());
        Chromium.find().orElseThrow().executable().ifPresent(options::setExecutablePath);
        browser = playwright.chromium().launch(options);
    }

    @AfterAll
    static void closeBrowser() {
        playwright.close();
    }

    @BeforeEach
    void openPage() {
        context = browser.newContext(new Browser.NewContextOptions().setLocale("en-GB"));
        page = context.newPage();
        page.onConsoleMessage(message -> {
            if (message.text().contains("Content Security Policy")
                    || message.text().contains("Content-Security-Policy")) {
                complaints.add(message.text());
            }
        });
        page.onPageError(complaints::add);
    }

    @AfterEach
    void closePage() {
        context.close();
        org.assertj.core.api.Assertions.assertThat(complaints).isEmpty();
    }

    protected String at(String path) {
        return "http://localhost:" + TestKeycloak.ensure().appPort() + path;
    }

    /** Signs in through Keycloak as {@code maria} (marketing), {@code samir} (support) or {@code ada} (admin). */
    protected void signInAs(String person) {
        page.navigate(at("/"));
        page.getByLabel("Username or email").fill(person);
        page.locator("#password").fill(person + "-demo-1234");
        button("Sign In").click();
        page.waitForURL(Pattern.compile(Pattern.quote(at("/")) + ".*"));
    }

    protected void signOut() {
        page.navigate(at("/sign-out"));
        button("Sign out").click();
        assertThat(heading("You are signed out")).isVisible();
    }

    protected Locator button(String name) {
        return page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName(name));
    }

    protected Locator link(String name) {
        return page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName(name));
    }

    protected Locator heading(String name) {
        return page.getByRole(AriaRole.HEADING, new Page.GetByRoleOptions().setName(name));
    }
}
