package dev.rapport.channel;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rapport.db.JdbiSetup;
import dev.rapport.testsupport.FreshDatabase;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The rules as they are seeded, and how rules match. */
class ChannelClassifierTest {
    private static final Map<Short, String> KEYS = new HashMap<>();
    private static ChannelClassifier seeded;

    @BeforeAll
    static void readTheSeededRules() throws SQLException {
        try (Connection connection = FreshDatabase.create().getConnection();
                var rows = connection.createStatement().executeQuery("select id, key from channel")) {
            while (rows.next()) {
                KEYS.put(rows.getShort(1), rows.getString(2));
            }
            seeded = ChannelQueries.classifier(JdbiSetup.on(connection));
        }
    }

    @ParameterizedTest(name = "{0} from {1} is {2}")
    @CsvSource(nullValues = "-", textBlock = """
            # page address                                                      referrer                              channel
            https://shop.example/,                                              -,                                    direct
            https://shop.example/?utm_source=(direct)&utm_medium=(none),        -,                                    direct
            https://shop.example/a,                                             https://shop.example/,                direct
            https://shop.example/a,                                             https://www.shop.example/b,           direct
            https://shop.example/a,                                             https://blog.shop.example/,           direct
            https://shop.example/a,                                             https://partner.example/x,            referral
            https://shop.example/a,                                             not a url at all,                     direct
            https://shop.example/a,                                             https://www.google.de/,               organic-search
            https://shop.example/a,                                             https://www.google.co.uk/search?q=x,  organic-search
            https://shop.example/a,                                             https://google.evil.example/,         referral
            https://shop.example/a,                                             https://notgoogle.com/,               referral
            https://shop.example/a,                                             https://bing.com.evil.example/,       referral
            https://shop.example/a,                                             https://duckduckgo.com/,              organic-search
            https://shop.example/a,                                             https://search.yahoo.co.jp/,          organic-search
            https://shop.example/a,                                             https://mail.google.com/mail/u/0,     email
            https://shop.example/a,                                             https://docs.google.com/document,     referral
            https://shop.example/a,                                             android-app://com.google.android.gm/, email
            https://shop.example/a,                                             android-app://com.google.android.googlequicksearchbox/, organic-search
            https://shop.example/a,                                             https://l.facebook.com/l.php?u=x,     social
            https://shop.example/a,                                             https://t.co/abc,                     social
            https://shop.example/a,                                             https://cart.co/abc,                  referral
            https://shop.example/a,                                             https://m.youtube.com/watch,          video
            https://shop.example/a?fbclid=IwAR1,                                -,                                    social
            https://shop.example/a?gclid=Cj0,                                   https://www.google.com/,              paid-search
            https://shop.example/a?GCLID=Cj0,                                   -,                                    paid-search
            https://shop.example/a?gclid=,                                      https://www.google.com/,              organic-search
            https://shop.example/a?msclkid=1,                                   https://www.bing.com/,                paid-search
            https://shop.example/a?ttclid=1,                                    -,                                    paid-social
            https://shop.example/a?dclid=1,                                     -,                                    display
            https://shop.example/a?utm_source=google,                           -,                                    organic-search
            https://shop.example/a?utm_source=google&utm_medium=cpc,            -,                                    paid-search
            https://shop.example/a?utm_source=Google&utm_medium=CPC,            https://www.google.com/,              paid-search
            https://shop.example/a?utm_source=google&utm_medium=cpcx,           -,                                    organic-search
            https://shop.example/a?utm_source=acme&utm_medium=cpcx,             -,                                    other
            https://shop.example/a?utm_source=acme&utm_medium=cpc,              -,                                    paid-search
            https://shop.example/a?utm_source=acme&utm_medium=brand_cpc,        -,                                    paid-search
            https://shop.example/a?utm_source=google&utm_medium=organic,        -,                                    organic-search
            https://shop.example/a?utm_source=bing&utm_medium=paid,             -,                                    paid-search
            https://shop.example/a?utm_source=facebook&utm_medium=cpc,          -,                                    paid-social
            https://shop.example/a?utm_source=facebook.com&utm_medium=paid,     -,                                    paid-social
            https://shop.example/a?utm_source=facebook&utm_medium=post,         -,                                    social
            https://shop.example/a?utm_source=facebook.com&utm_medium=referral, -,                                    social
            https://shop.example/a?utm_source=facebookish&utm_medium=post,      -,                                    other
            https://shop.example/a?utm_source=x&utm_medium=paid_social,         -,                                    paid-social
            https://shop.example/a?utm_source=x&utm_medium=Paid%20Social,       -,                                    paid-social
            https://shop.example/a?utm_source=x&utm_medium=organic-social,      -,                                    social
            https://shop.example/a?utm_source=spring&utm_medium=email,          https://mail.google.com/,             email
            https://shop.example/a?utm_source=spring&utm_medium=E-Mail&gclid=1, -,                                    email
            https://shop.example/a?utm_source=newsletter,                       -,                                    email
            https://shop.example/a?utm_source=x&utm_medium=direct-mail,         -,                                    other
            https://shop.example/a?utm_medium=sms,                              -,                                    sms
            https://shop.example/a?utm_medium=web-push,                         -,                                    push
            https://shop.example/a?utm_medium=affiliates&utm_source=a,          https://partner.example/,             affiliate
            https://shop.example/a?utm_medium=banner&utm_source=a,              -,                                    display
            https://shop.example/a?utm_medium=display&utm_source=facebook,      -,                                    display
            https://shop.example/a?utm_source=youtube&utm_medium=paid,          -,                                    video
            https://shop.example/a?utm_campaign=spring,                         -,                                    other
            https://shop.example/a#utm_source=spring&utm_medium=email,          -,                                    email
            https://shop.example/a?utm_source=%zz&utm_medium=email,             -,                                    email
            https://shop.example.com/cart,                                      https://www.example.com/offers,       direct
            https://www.example.com/thanks,                                     https://checkout.example.com/pay,     direct
            https://www.example.com/thanks,                                     https://www.paypal.com/checkoutnow,   direct
            https://www.example.com/thanks?utm_source=google&utm_medium=cpc,    https://www.paypal.com/,              paid-search
            https://www.example.com/thanks,                                     https://pay.google.com/,              direct
            https://www.example.com/,                                           https://example.com/,                 direct
            https://shop.one.co.uk/,                                            https://www.one.co.uk/,               direct
            https://one.co.uk/,                                                 https://two.co.uk/,                   referral
            https://one.myshopify.com/,                                         https://two.myshopify.com/,           referral
            http://localhost:8080/,                                             http://localhost:3000/,               direct
            http://10.0.0.1/,                                                   http://192.0.0.1/,                    referral
            https://shop.example/a,                                             https://chatgpt.com/,                 ai-assistants
            https://shop.example/a,                                             https://www.perplexity.ai/search/x,   ai-assistants
            https://shop.example/a,                                             https://gemini.google.com/app,        ai-assistants
            https://shop.example/a,                                             https://copilot.microsoft.com/,       ai-assistants
            https://shop.example/a,                                             android-app://com.openai.chatgpt/,    ai-assistants
            https://shop.example/a,                                             https://claude.ai/,                   ai-assistants
            https://shop.example/a,                                             https://notchatgpt.com/,              referral
            https://shop.example/a?utm_source=chatgpt.com,                      -,                                    ai-assistants
            https://shop.example/a?utm_source=chatgpt.com&utm_medium=referral,  https://chatgpt.com/,                 ai-assistants
            https://shop.example/a?utm_source=openai&utm_medium=organic,        -,                                    ai-assistants
            https://shop.example/a?utm_source=meta.ai,                          -,                                    ai-assistants
            https://shop.example/a?utm_source=gemini.google.com,                -,                                    ai-assistants
            https://shop.example/a?utm_source=chatgpt.com&utm_medium=cpc,       -,                                    paid-search
            https://shop.example/a?utm_source=chatgpt.com&utm_medium=email,     -,                                    email
            https://shop.example/a?utm_source=x&utm_medium=ai-assistant,        -,                                    ai-assistants
            https://shop.example/a?utm_source=thank-you.com,                    -,                                    other
            https://shop.example/a?utm_source=instagram_stories&utm_medium=cpc, -,                                    paid-social
            https://shop.example/a?utm_source=Facebook%20Ads&utm_medium=Paid%20Social,-,                                    paid-social
            https://shop.example/a?utm_source=fb&utm_medium=paid+social,        -,                                    paid-social
            https://shop.example/a?utm_source=facebook.com,                     -,                                    social
            https://shop.example/a?utm_source=google.com,                       -,                                    organic-search
            https://shop.example/a?utm_source=linkedin.com&utm_medium=cpc,      -,                                    paid-social
            https://shop.example/a?utm_source=google&utm_source=bing&utm_medium=cpc,-,                                    paid-search
            -,                                                                  www.google.com,                       organic-search
            """)
    void givesAnArrivalItsChannel(String url, String referrer, String channel) {
        assertThat(KEYS.get(seeded.channelOf(Arrival.read(url, referrer)))).isEqualTo(channel);
    }

    @Test
    void aNamedChannelOutdoesTheRules() {
        Arrival arrival = Arrival.read("https://shop.example/?gclid=1", null).withChannel((short) 7);

        assertThat(seeded.channelOf(arrival)).isEqualTo((short) 7);
    }

    @Test
    void separateFieldsStandInPlaceOfTheAddress() {
        Arrival arrival = Arrival.read("https://shop.example/?utm_source=a&utm_medium=cpc", null)
                .withUtm("b", "email", "");

        assertThat(arrival).isEqualTo(new Arrival(null, "b", "email", "", "", ""));
    }

    @Test
    void theFirstRuleThatMatchesWinsAndAllItsConditionsMustHold() {
        RuleCondition narrow = rule(1, List.of("google"), List.of("email"), RuleCondition.Referrer.NONE);
        RuleCondition wide = rule(2, List.of("google"), List.of(), RuleCondition.Referrer.ANY);
        var classifier = new ChannelClassifier(
                List.of(narrow, wide), new ChannelClassifier.Fallback((short) 10, (short) 11, (short) 12));

        assertThat(classifier.channelOf(new Arrival(null, "google", "email", "", "", "")))
                .isEqualTo((short) 1);
        assertThat(classifier.channelOf(new Arrival(null, "google", "email", "", "a.example", "")))
                .isEqualTo((short) 2);
        assertThat(classifier.channelOf(new Arrival(null, "acme", "email", "", "", "")))
                .isEqualTo((short) 12);
        assertThat(classifier.channelOf(new Arrival(null, "", "", "", "a.example", "")))
                .isEqualTo((short) 11);
        assertThat(classifier.channelOf(Arrival.direct())).isEqualTo((short) 10);
    }

    @Test
    void whatIsKeptOfAnArrivalIsShortAndPrintable() {
        Arrival arrival =
                Arrival.read("https://shop.example/?utm_source=a%00b%0Ac&utm_campaign=" + "x".repeat(999), null);

        assertThat(arrival.utmSource()).isEqualTo("a b c");
        assertThat(arrival.utmCampaign()).hasSize(200);
        assertThat(Arrival.read("https://shop.example/?utm_campaign=" + "x".repeat(998) + "y", null)
                        .utmCampaign())
                .as("long names that begin alike stay two")
                .isNotEqualTo(arrival.utmCampaign());
    }

    private static RuleCondition rule(
            int channel, List<String> sources, List<String> mediums, RuleCondition.Referrer referrer) {
        return new RuleCondition(channel, (short) channel, sources, mediums, List.of(), List.of(), List.of(), referrer);
    }
}
