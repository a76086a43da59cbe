package dev.rapport.person;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SocialHandleTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "x | @Zoe | h:x/zoe",
                "Twitter | zoe | h:x/zoe",
                "X (Twitter) | ＠ZOE | h:x/zoe",
                "'' | https://twitter.com/Zoe | h:x/zoe",
                "'' | x.com/zoe/status/123?s=20 | h:x/zoe",
                "'' | https://www.x.com/zoe/ | h:x/zoe",
                "Instagram | @zoe.k_1 | h:instagram/zoe.k_1",
                "x | https://www.instagram.com/zoe#top | h:instagram/zoe",
                "IG | zoe | h:instagram/zoe",
                "'' | https://de.linkedin.com/in/Zoe-Kim-12/ | h:linkedin/zoe-kim-12",
                "facebook | https://m.facebook.com/profile.php?id=1000123 | h:facebook/1000123",
                "'' | youtube.com/@Zoe | h:youtube/zoe",
                "'' | https://www.reddit.com/user/zoe | h:reddit/zoe",
                "TikTok | @@zoe | h:tiktok/zoe",
                "Mastodon | Zoë | h:mastodon/zoë"
            })
    void oneSomebodyHasOneKey(String network, String written, String key) {
        assertThat(SocialHandle.of(network, written).map(SocialHandle::visitorKey))
                .contains(key);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "'' | @zoe",
                "x | ''",
                "x | '  '",
                "x | @",
                "x | Zoe Kim",
                "x | zoe@example.org",
                "x | https://x.com/",
                "x | n/a",
                "x | -?-",
                "x | zoe\u001fkim"
            })
    void whatIsNoNameInANetworkIsNobody(String network, String written) {
        assertThat(SocialHandle.of(network, written)).isEmpty();
        assertThat(SocialHandle.of("x", "z".repeat(101))).isEmpty();
    }
}
